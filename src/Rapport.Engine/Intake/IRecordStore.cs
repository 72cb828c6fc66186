using Rapport.Core.Intake;

namespace Rapport.Engine.Intake;

/// <summary>What writing some records changed.</summary>
/// <param name="Added">Records that were not there.</param>
/// <param name="Changed">Records that were there with other content.</param>
/// <param name="Unchanged">Records that were there just so, or newer.</param>
/// <param name="TouchesWithdrawn">Unsent touches taken back because their visit moved, was cancelled or its patient died.</param>
public sealed record WriteResult(long Added, long Changed, long Unchanged, long TouchesWithdrawn)
{
    public static WriteResult None { get; } = new(0, 0, 0, 0);

    public static WriteResult operator +(WriteResult a, WriteResult b) =>
        new(a.Added + b.Added, a.Changed + b.Changed, a.Unchanged + b.Unchanged, a.TouchesWithdrawn + b.TouchesWithdrawn);
}

/// <summary>Where records are kept. What it was given is either all there or not there at all.</summary>
public interface IRecordStore
{
    /// <summary>
    /// Writes records in one transaction. An older copy (by <c>UpdatedAt</c>) never replaces a newer one. In the same
    /// transaction the unsent touches about a visit that moved or is off the book, and all unsent touches of a patient
    /// who is now deceased or inactive, are withdrawn.
    /// </summary>
    WriteResult Write(IReadOnlyList<SourceRecord> records, DateTimeOffset now);

    /// <summary>Keeps issues of one import, so that staff can read them later.</summary>
    void Write(IReadOnlyList<IntakeIssue> issues, DateTimeOffset now);

    /// <summary>Issues that imports met, the latest first.</summary>
    IReadOnlyList<IntakeIssue> ReadIssues(int max);

    /// <summary>
    /// How many records are about a patient that we do not have: an unknown id, or an identifier that nobody or more than
    /// one person has. They are kept, and join the patient's chart as soon as it arrives.
    /// </summary>
    long CountWithoutPatient();

    /// <summary>The patient with this identifier, or null; <paramref name="system"/> null means any system, if only one patient has the value.</summary>
    string? FindPatient(string? system, string value);
}
