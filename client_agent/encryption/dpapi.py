"""Secrets that Windows protects: only this account, on this computer, can read them.

Windows derives what it encrypts with from the account's password, so without a password on the
account this protects little. See CryptProtectData in Microsoft's documentation.
"""

from __future__ import annotations

import sys

PURPOSE = b"khuyenhoc database key"
NO_WINDOW = 1  # CRYPTPROTECT_UI_FORBIDDEN: the sync in the background has nobody to ask


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Blob(ctypes.Structure):
        _fields_ = (("size", wintypes.DWORD), ("data", ctypes.POINTER(ctypes.c_ubyte)))

    def protect(secret: bytes) -> bytes:
        """:raises OSError: if Windows does not do it"""
        return _call("CryptProtectData", secret)

    def unprotect(data: bytes) -> bytes:
        """:raises OSError: if another account, or another computer, protected it"""
        return _call("CryptUnprotectData", data)

    def _call(name: str, data: bytes) -> bytes:
        crypt = ctypes.WinDLL("crypt32", use_last_error=True)
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.LocalFree.argtypes = [ctypes.c_void_p]
        into = _Blob()
        blobs = [ctypes.byref(_blob(data)), None, ctypes.byref(_blob(PURPOSE)), None, None]
        if not getattr(crypt, name)(*blobs, wintypes.DWORD(NO_WINDOW), ctypes.byref(into)):
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            return ctypes.string_at(into.data, into.size)
        finally:
            kernel.LocalFree(into.data)

    def _blob(data: bytes) -> _Blob:
        room = (ctypes.c_ubyte * len(data)).from_buffer_copy(data)
        return _Blob(len(data), ctypes.cast(room, ctypes.POINTER(ctypes.c_ubyte)))

else:

    def protect(_secret: bytes) -> bytes:
        raise OSError("only Windows keeps secrets so")

    def unprotect(_data: bytes) -> bytes:
        raise OSError("only Windows keeps secrets so")
