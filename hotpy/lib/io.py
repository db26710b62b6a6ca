"""Streams in memory and files."""

from _io import (
    DEFAULT_BUFFER_SIZE, SEEK_CUR, SEEK_END, SEEK_SET, BufferedRandom, BufferedReader, BufferedWriter, BytesIO, IOBase, StringIO,
    TextIOWrapper, UnsupportedOperation, open,
)
