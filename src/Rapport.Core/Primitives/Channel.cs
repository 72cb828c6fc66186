namespace Rapport.Core.Primitives;

/// <summary>How words reach a person.</summary>
public enum Channel
{
    Sms,
    Email,
    Letter,
    Portal,
}

/// <summary>Why we write: consent and law differ by purpose (<c>evidence.md §3.1</c>).</summary>
public enum Purpose
{
    /// <summary>About a visit, a due service or a care plan.</summary>
    Care,

    /// <summary>Birthdays, welcomes, seasonal notes: kind, and never necessary.</summary>
    Relationship,

    /// <summary>Promotes something for purchase. Rapport never writes it; the word exists so that it can be refused.</summary>
    Marketing,
}

/// <summary>What a text may reveal about a person (<c>evidence.md §7.1</c>).</summary>
public enum Sensitivity
{
    /// <summary>S0: practice, date, time, place, first name.</summary>
    Open,

    /// <summary>S1: a generic service, such as a check-up, a cleaning, an eye exam.</summary>
    Generic,

    /// <summary>S2: a named test or condition, results, medicines, a specialty that reveals.</summary>
    Named,

    /// <summary>S3: HIV and STI, reproductive, substance use, mental health, genetic, abuse.</summary>
    Sensitive,
}
