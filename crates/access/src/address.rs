//! How a segment of a path names a record.

use kernel::{Error, Result};
use store::{Read, args, sql};

/// Something a path can name.
pub trait Key: Clone + std::fmt::Debug + Send + Sync + Sized + 'static {
    /// The parameter of the path that names it: `meeting` in `/meetings/{meeting}`.
    const PARAM: &'static str;

    /// Finds it by the segment.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the segment names nothing.
    fn find(read: &mut Read, segment: &str) -> impl Future<Output = Result<Self>> + Send;

    /// From the record id that a signed link carries.
    fn of_link(record: uuid::Uuid) -> Self;
}

/// Acts on the house as a whole (administration) need no id.
impl Key for () {
    const PARAM: &'static str = "";
    async fn find(_: &mut Read, _: &str) -> Result<Self> {
        Ok(())
    }
    fn of_link(_: uuid::Uuid) -> Self {}
}

macro_rules! by_id {
    ($($id:ident),* $(,)?) => {$(
        impl Key for kernel::$id {
            const PARAM: &'static str = kernel::$id::KIND;
            async fn find(_: &mut Read, segment: &str) -> Result<Self> {
                segment.parse().map_err(|_| Error::NotFound)
            }
            fn of_link(record: uuid::Uuid) -> Self { Self(record) }
        }
    )*};
}

by_id!(
    SectorId,
    PersonId,
    OrganisationId,
    SeatId,
    AppointmentId,
    OfficeId,
    AccountId,
    SessionId,
    CharterId,
    MeetingId,
    ItemId,
    InvitationId,
    AttendanceId,
    MatterId,
    PaperId,
    FileId,
    InterestId,
    RulingId,
    MotionId,
    DecisionId,
    ActionId,
    MinutesId,
    LetterId,
    EventId,
);

sql!(BODY_BY_SLUG, "select id from body where slug = $1");
sql!(PARTNERSHIP_BY_SLUG, "select id from partnership where slug = $1");

impl Key for kernel::BodyId {
    const PARAM: &'static str = "body";
    async fn find(read: &mut Read, segment: &str) -> Result<Self> {
        read.one(&BODY_BY_SLUG, args![segment]).await?.get("id")
    }
    fn of_link(record: uuid::Uuid) -> Self {
        Self(record)
    }
}

impl Key for kernel::PartnershipId {
    const PARAM: &'static str = "partnership";
    async fn find(read: &mut Read, segment: &str) -> Result<Self> {
        read.one(&PARTNERSHIP_BY_SLUG, args![segment]).await?.get("id")
    }
    fn of_link(record: uuid::Uuid) -> Self {
        Self(record)
    }
}
