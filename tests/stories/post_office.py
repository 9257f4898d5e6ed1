"""A mail server for the stories: aiosmtpd speaks the protocol, this says who lives here.

    python3 post_office.py PORT FOLDER [PASSWORD]

Prints its port once it listens. Each letter it takes lies in FOLDER/taken/N.eml; every recipient it was asked about is a line of
FOLDER/asked, with its answer. "gone@" lives here no more; "busy@" is put off for as long as FOLDER/busy is there. With a password, it takes letters from the user "folkmoot" only.
"""

import asyncio
import os
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
            letter.write(envelope.content)
        os.rename(place + ".part", place)
        return "250 Taken"


async def main(port, folder, password=None):
    office = PostOffice(folder)

    def knows(server, session, envelope, mechanism, said):
        return AuthResult(success=(said.login, said.password) == (b"folkmoot", password.encode()), handled=False)

    asked = {"authenticator": knows, "auth_required": True, "auth_require_tls": False} if password else {}
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(office, hostname="post.example.org", **asked), "127.0.0.1", port)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main(int(sys.argv[1]), *sys.argv[2:]))
