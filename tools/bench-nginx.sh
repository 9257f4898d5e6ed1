#!/bin/sh
# Serves the body page once by Folkmoot and once, byte for byte, by nginx, asks both the same way in the same run, and
# prints Folkmoot's share. Wants nginx, wrk and curl (Debian has all three). Loopback only; ten seconds each.
#
#   tools/bench-nginx.sh DATA SLUG [PROGRAM]
set -eu

data=${1:?the folder of the installation}
slug=${2:?the slug of a body}
program=${3:-target/release/folkmoot}
seconds=10
connections=32

for tool in nginx wrk curl; do
    PATH=$PATH:/usr/sbin command -v "$tool" >/dev/null || { echo "missing: $tool (apt-get install $tool)" >&2; exit 1; }
done
PATH=$PATH:/usr/sbin
work=$(mktemp -d)
ours= theirs=
trap '[ -n "$ours" ] && kill "$ours" 2>/dev/null; [ -n "$theirs" ] && kill "$theirs" 2>/dev/null; rm -rf "$work"' EXIT INT TERM

"$program" serve --data "$data" --listen 127.0.0.1:18080 >"$work/ours.log" 2>&1 &
ours=$!
page="http://127.0.0.1:18080/bodies/$slug"
tries=0
until curl -fsS -o "$work/page.html" "$page" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { echo "$page is not shown" >&2; cat "$work/ours.log" >&2; exit 1; }
    sleep 0.1
done

cat >"$work/nginx.conf" <<CONF
daemon off;
worker_processes auto;
pid $work/nginx.pid;
error_log $work/nginx.log;
events { worker_connections 1024; }
http {
    access_log off;
    default_type text/html;
    client_body_temp_path $work; proxy_temp_path $work; fastcgi_temp_path $work; uwsgi_temp_path $work; scgi_temp_path $work;
    keepalive_requests 1000000;
    server { listen 127.0.0.1:18081; root $work; }
}
CONF
nginx -c "$work/nginx.conf" -e "$work/nginx.log" &
theirs=$!
tries=0
until curl -fsS -o "$work/same.html" http://127.0.0.1:18081/page.html 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 50 ] || { cat "$work/nginx.log" >&2; exit 1; }
    sleep 0.1
done
cmp "$work/page.html" "$work/same.html"

rate() { wrk -t2 -c"$connections" -d"${seconds}s" "$1" | awk '/Requests\/sec/ { print $2 }'; }
rate "$page" >/dev/null # warm
a=$(rate "$page")
b=$(rate http://127.0.0.1:18081/page.html)
bytes=$(wc -c <"$work/page.html")
echo "The body page of $bytes bytes: Folkmoot $a, nginx $b requests a second; a share of $(awk "BEGIN { printf \"%.1f\", 100 * $a / $b }") in 100"
