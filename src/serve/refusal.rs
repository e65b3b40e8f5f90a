//! Why a request is not answered.

/// Why a request is not answered.
#[derive(Clone, Copy, Debug)]
pub(super) struct RequestRefusal {
    pub(super) status: u16,
    pub(super) why: &'static str,
}
