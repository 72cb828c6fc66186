namespace Rapport.Samples;

/// <summary>The people and visits of the demo that somebody will want to find again.</summary>
public enum DemoCase
{
    // Loss
    /// <summary>Alive yesterday, dead in today's export; a visit is still on the book.</summary>
    NewlyDeceased,

    /// <summary>The visit of the newly deceased person.</summary>
    VisitOfNewlyDeceased,

    /// <summary>Died, with a date; the phone is now that of the widow alone.</summary>
    DeceasedSharingPhone,

    /// <summary>Alive, shares the phone with a dead spouse, has a visit tomorrow.</summary>
    Widow,

    /// <summary>Known to be dead by <c>deceasedBoolean</c> only.</summary>
    DeceasedUndated,

    /// <summary>Has a birthday today, and is dead.</summary>
    DeceasedBirthday,

    /// <summary>Has a birthday today, and a grief flag.</summary>
    GrievingBirthday,

    /// <summary>Lost a pregnancy.</summary>
    PregnancyLoss,

    // Moments
    /// <summary>Alive, not grieving, may be greeted: birthday today.</summary>
    BirthdayToday,

    /// <summary>The same, tomorrow.</summary>
    BirthdayTomorrow,

    /// <summary>Turns eighteen within this week; until then a parent is the contact.</summary>
    TurnsEighteen,

    /// <summary>Born on 29 February.</summary>
    LeapDayBirth,

    /// <summary>First visit within the last week.</summary>
    Newcomer,

    /// <summary>Stands in today's export only.</summary>
    NewPatient,

    // Names and records
    NameWithDiacritics,
    LongName,
    Mononym,

    /// <summary>A name that is a word: May, Will, Hope.</summary>
    NameIsAWord,

    /// <summary>Wants to be called otherwise than the legal name says.</summary>
    NameToUseDiffers,
    MergedAway,
    MergedInto,
    Inactive,
    BirthYearOnly,
    BirthMonthOnly,
    NoBirthDate,

    /// <summary>The record says 31 February 2091.</summary>
    ImpossibleBirthDate,

    /// <summary>The appointment whose start is <c>true</c>.</summary>
    WrongTypeVisit,

    /// <summary>A line of a file that ends in the middle (<c>Type.ndjson</c>).</summary>
    BrokenLine,

    /// <summary>A resource type that nobody reads.</summary>
    UnknownType,

    // Contacts
    /// <summary>Two adults, both alive, with one mobile phone; each has a visit.</summary>
    SharedPhoneCouple,
    LandlineOnly,
    OldNumberEnded,

    /// <summary>No phone, no e-mail, no address; a visit tomorrow.</summary>
    NoContact,

    /// <summary>E-mail, but no phone of any kind.</summary>
    EmailOnly,

    // Families
    /// <summary>The mother whose three children have visits on one day, in three days.</summary>
    ThreeVisitsOneDay,

    /// <summary>The father whose two children have visits tomorrow; the family speaks Spanish.</summary>
    TwoVisitsTomorrow,

    /// <summary>The visits of those children.</summary>
    FamilyVisit,
    ChildOfDivorcedParents,
    RaisedByGrandmother,
    ElderWithCaregiver,

    /// <summary>Sixteen, with a confidential flag and a sensitive visit.</summary>
    ConfidentialTeen,

    // Languages
    SpanishSpeaker,

    /// <summary>Speaks a language without a template; a visit tomorrow or in three days.</summary>
    OtherLanguage,

    // Wishes
    DeniesSms,
    DeniesRelationship,
    PermitsEverything,
    LettersOnly,

    /// <summary>Consent says no to everything.</summary>
    DeniesAll,
    DoNotContact,
    SafeContact,
    ComplaintOpen,

    // Visits
    /// <summary>Moved by the practice to another day overnight.</summary>
    MovedVisit,

    /// <summary>Moved by the practice to another hour of the same day overnight.</summary>
    MovedHour,
    CancelledByPractice,
    CancelledByPatient,

    /// <summary>The patient already said yes.</summary>
    ConfirmedVisit,
    PendingVisit,
    ProposedVisit,

    /// <summary>Yesterday's visit; the practice recorded that nobody came.</summary>
    NoShowYesterday,

    /// <summary>Yesterday's visit, still "booked": nobody knows whether the patient came.</summary>
    UnclosedYesterday,

    /// <summary>Came yesterday, and the visit was never closed.</summary>
    ArrivedYesterday,

    /// <summary>Counselling or women's health on the book.</summary>
    SensitiveVisit,

    /// <summary>The booking reason is an internal word.</summary>
    PainVisit,
    ConditionalReferenceVisit,
    ContainedPractitionerVisit,

    /// <summary>The start is written in UTC.</summary>
    UtcVisit,

    /// <summary>Encounters that ended yesterday.</summary>
    FinishedYesterday,

    /// <summary>Still open in yesterday's export, finished in today's.</summary>
    NewlyFinished,

    /// <summary>Grave news was given yesterday.</summary>
    BadNewsYesterday,

    /// <summary>Finished yesterday, of a sensitive kind.</summary>
    SensitiveYesterday,

    // Care
    /// <summary>Has a care plan with dated activities.</summary>
    Diabetic,
    DueForMammogram,
    AfterHysterectomy,
    AfterMastectomy,
    AfterColectomy,
    Depression,
    Hiv,
    ChildBehindOnVaccines,
    ChildUpToDate,

    /// <summary>Last seen eight years ago.</summary>
    LongUnseen,

    /// <summary>Everything due is already booked or done.</summary>
    AlreadyBooked,
}
