"""Let thinc multiply matrices with numpy while training: OpenBLAS is two to four times faster than BLIS here."""

from thinc.backends.numpy_ops import NumpyOps
from thinc.backends.ops import Ops

NumpyOps.gemm = Ops.gemm
