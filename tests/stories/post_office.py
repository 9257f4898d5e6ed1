"""A mail server for the stories: aiosmtpd speaks the protocol, this says who lives here.

    python3 post_office.py PORT FOLDER [PASSWORD [TLS]]

Prints its port once it listens. Each letter it takes lies in FOLDER/taken/N.eml; every recipient it was asked about is a line of
FOLDER/asked, with its answer. "gone@" lives here no more; "busy@" is put off for as long as FOLDER/busy is there. With a password, it takes letters from the user "folkmoot" only.
With "starttls" or "tls" it speaks TLS, by a certificate for 127.0.0.1 that the authority in FOLDER/authority.pem vouches for; both are made now, and by nobody
else trusted. A letter says by "X-Tls" how it came.
"""

import asyncio
import os
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class PostOffice:
    def __init__(self, folder):
        self.folder = folder
        self.taken = os.path.join(folder, "taken")
        os.makedirs(self.taken, exist_ok=True)

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = "250 OK"
        if address.startswith("gone@"):
            answer = "550 5.1.1 No such person here"
        elif address.startswith("busy@") and os.path.exists(os.path.join(self.folder, "busy")):
            answer = "451 4.3.2 Come back later"
        with open(os.path.join(self.folder, "asked"), "a") as asked:
            asked.write(f"{address} {answer}\n")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        place = os.path.join(self.taken, f"{len(os.listdir(self.taken))}.eml")
        with open(place + ".part", "wb") as letter:
            letter.write(f"X-Envelope: {envelope.mail_from} {' '.join(envelope.rcpt_tos)}\r\n".encode())
            cipher = server.transport.get_extra_info("cipher")
            letter.write(f"X-Tls: {cipher[1] if cipher else 'none'}\r\n".encode())
            letter.write(envelope.content)
        os.rename(place + ".part", place)
        return "250 Taken"


def certified(folder):
    """A certificate for 127.0.0.1, and the authority that vouches for it."""

    def openssl(*said):
        subprocess.run(["openssl", *said], check=True, cwd=folder, capture_output=True)

    with open(os.path.join(folder, "names"), "w") as names:
        names.write("subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n")
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30", "-subj", "/CN=Authority of a story", "-keyout", "authority.key", "-out", "authority.pem")
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=127.0.0.1", "-keyout", "server.key", "-out", "server.csr")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-days", "30", "-extfile", "names", "-out", "server.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(os.path.join(folder, "server.pem"), os.path.join(folder, "server.key"))
    return context


async def main(port, folder, password=None, security="none"):
    office = PostOffice(folder)

    def knows(server, session, envelope, mechanism, said):
        return AuthResult(success=(said.login, said.password) == (b"folkmoot", password.encode()), handled=False)

    asked = {"authenticator": knows, "auth_required": True, "auth_require_tls": security == "starttls"} if password else {}
    context = certified(folder) if security != "none" else None
    if security == "starttls":
        asked |= {"tls_context": context, "require_starttls": True}
    wrapped = context if security == "tls" else None
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(office, hostname="post.example.org", **asked), "127.0.0.1", port, ssl=wrapped)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main(int(sys.argv[1]), *sys.argv[2:]))
