// A mail server that delivers nothing: `node smtp-sink.mjs PORT OUTFILE`.
//
// Appends each accepted message to OUTFILE as one line of JSON, {"from", "to", "auth", "secure", "raw"}, before it answers
// 250: a sender that was told yes finds its message in the file. PORT 0 takes a free one. Prints `ready PORT` when it
// listens, and ends with its parent: a closed standard input stops it.
//
// Addresses whose local part begins with `reject` are refused for good (550), with `defer` for now (451).
import { appendFileSync } from "node:fs";
import { argv, exit, stdin, stdout, stderr } from "node:process";
import { SMTPServer } from "smtp-server";

const [port, file] = argv.slice(2);
if (!/^\d+$/.test(port ?? "") || !file) {
  stderr.write("usage: node smtp-sink.mjs PORT OUTFILE\n");
  exit(2);
}

function refusal(code, text) {
  return Object.assign(new Error(text), { responseCode: code });
}

const server = new SMTPServer({
  authOptional: true,
  // Tests speak plain SMTP on the loopback; a self-signed certificate would only teach clients to accept one.
  disabledCommands: ["STARTTLS"],
  allowInsecureAuth: true,
  onAuth(auth, session, done) {
    done(null, { user: auth.username });
  },
  onRcptTo(address, session, done) {
    if (address.address.startsWith("reject")) return done(refusal(550, "no such mailbox"));
    if (address.address.startsWith("defer")) return done(refusal(451, "try again later"));
    done();
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("error", done);
    stream.on("end", () => {
      const message = {
        from: session.envelope.mailFrom ? session.envelope.mailFrom.address : null,
        to: session.envelope.rcptTo.map((recipient) => recipient.address),
        auth: session.user ?? null,
        secure: session.secure,
        raw: Buffer.concat(chunks).toString("utf8"),
      };
      try {
        appendFileSync(file, JSON.stringify(message) + "\n");
        done();
      } catch (error) {
        stderr.write(`${error}\n`);
        done(refusal(452, "cannot store the message"));
      }
    });
  },
});

server.on("error", (error) => {
  // A client that hangs up is a test's business, not a reason to stop; not being able to listen is.
  stderr.write(`${error}\n`);
  if (error.syscall === "listen") exit(1);
});

const listener = server.listen(Number(port), "127.0.0.1", () => {
  stdout.write(`ready ${listener.address().port}\n`);
});

stdin.resume();
stdin.on("end", () => server.close(() => exit(0)));
