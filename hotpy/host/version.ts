/** The version of Python that HotPy implements, as `sys.version_info` has it, and HotPy's own. */
export const PYTHON_VERSION = "3.14.0";
export const HOTPY_VERSION = "0.1.0";
