using Rapport.Core.Primitives;

namespace Rapport.Core.Intake;

/// <summary>How much of a record an issue cost.</summary>
public enum IntakeLoss
{
    /// <summary>A part was left out or kept as unknown; the record is there.</summary>
    Part,

    /// <summary>The whole record was left out.</summary>
    Whole,
}

/// <summary>Something in a feed that we could not take as it was, in plain words.</summary>
/// <param name="File">The file, as named in the feed.</param>
/// <param name="Line">The line of an NDJSON or CSV file, or the entry of a bundle, counted from 1.</param>
/// <param name="Path">Where in the record, such as <c>Patient.birthDate</c>.</param>
/// <param name="Reason">What is wrong and what we did. Never holds the value itself: it may be patient data.</param>
/// <param name="Loss">How much was lost.</param>
public sealed record IntakeIssue(string File, long Line, string Path, string Reason, IntakeLoss Loss);

/// <summary>What reading one thing gave: a value or nothing, and every issue on the way.</summary>
public readonly record struct Read<T>(T? Value, ValueList<IntakeIssue> Issues)
    where T : class
{
    public bool IsAccepted => Value is not null;
}
