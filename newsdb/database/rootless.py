"""Run one command as somebody other than root, in a process of its own; PostgreSQL refuses to run as root.

Started by path (`python -I -S rootless.py COMMAND…`), so that it can change who it is without touching the
process that asks: nothing here may import newsdb.
"""

import ctypes
import os
import pwd
import sys
from pathlib import Path

CLONE_NEWUSER = 0x10000000
# The number of `nobody` nearly everywhere; inside the namespace any number but 0 will do.
INSIDE = 65534


def main(command: list[str]) -> None:
    """Become somebody who may have the current folder, and turn into `command`, which calls that folder "."."""
    folder = Path.cwd()
    if folder.stat().st_uid == 0:
        if namespace_works():
            enter_namespace()
            os.execv(command[0], command)
        user = server_user()
        give(folder, user.pw_uid, user.pw_gid)
    become_owner(folder)
    if not os.access(command[0], os.X_OK):
        sys.exit(f"PostgreSQL must not run as root, and user {os.getuid()} may not run {command[0]}")
    # The folder may lie below one that this user cannot enter, such as root's home; the link needs no path.
    os.execv(command[0], ["/proc/self/cwd" if word == "." else word for word in command])


def become_owner(folder: Path) -> None:
    """Be the user whose folder it is, with no way back."""
    found = folder.stat()
    os.setgroups([])
    os.setgid(found.st_gid)
    os.setuid(found.st_uid)


def namespace_works() -> bool:
    """Whether the kernel lets this process enter a user namespace; some containers forbid it. Tried in a child."""
    child = os.fork()
    if child == 0:
        try:
            enter_namespace()
        except (OSError, AttributeError):
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def enter_namespace() -> None:
    """From here on this process is not root in its own eyes, while the files that it makes are root's outside."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWUSER) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{INSIDE} 0 1")
    Path("/proc/self/gid_map").write_text(f"{INSIDE} 0 1")


def server_user() -> pwd.struct_passwd:
    """The system's user for PostgreSQL, or nobody."""
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def give(folder: Path, owner: int, group: int) -> None:
    """Make everything in the folder belong to `owner`."""
    for entry in folder.rglob("*"):
        os.chown(entry, owner, group, follow_symlinks=False)
    # Last, so that an interrupted change is seen as one and begun again.
    os.chown(folder, owner, group)


if __name__ == "__main__":
    main(sys.argv[1:])
