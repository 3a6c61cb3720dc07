"""Runs a command in a pseudo terminal: COLUMNS SECONDS STEPS COMMAND...

STEPS is a list of [text, keys] in JSON: once the text is on the screen, the keys are typed. The
keys "HANG UP" close the terminal. Prints what was on the screen; ends as the command does.
"""
import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time


def main():
    columns, seconds = int(sys.argv[1]), float(sys.argv[2])
    steps, command = json.loads(sys.argv[3]), sys.argv[4:]
    size = struct.pack('HHHH', 24, columns, 0, 0)
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        # A job in the background ignores signals, and what it starts would do so too.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        os.execvp(command[0], command)
    end = time.time() + seconds
    seen, read = b'', b''
    while time.time() < end:
        ready, _, _ = select.select([terminal], [], [], 0.1)
        if ready:
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            read += part
            seen += part
        if steps and steps[0][0].encode() in seen:
            expected, keys = steps.pop(0)
            seen = seen[seen.index(expected.encode()) + len(expected.encode()) :]
            if keys == 'HANG UP':
                os.close(terminal)
                break
            os.write(terminal, keys.encode())
    else:
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    sys.stdout.buffer.write(read)
    sys.stdout.buffer.flush()
    sys.exit(os.waitstatus_to_exitcode(status) % 256)


main()
