using System.Buffers;

namespace Rapport.Formats.Fhir.Values;

/// <summary>The ways in which QI-Core says that something was expressly not done (QI-Core 4.1.1 and 6, "Negation in QI-Core").</summary>
internal static class NotDone
{
    // ...-observationnotdone, -servicenotrequested, -mednotrequested, -observationcancelled, -medicationprohibited
    private static readonly SearchValues<string> s_profileWords = SearchValues.Create(
        ["notdone", "not-done", "notrequested", "not-requested", "observationcancelled", "prohibited"],
        StringComparison.OrdinalIgnoreCase);

    // Both the right spelling and the one that QI-Core published ("qicore-doNotPeform").
    private static readonly SearchValues<string> s_flags = SearchValues.Create(
        ["qicore-notDone", "doNotPerform", "doNotPeform"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_reasons = SearchValues.Create(
        ["notDoneReason", "doNotPerformReason", "reasonRefused"], StringComparison.OrdinalIgnoreCase);

    public static bool IsProfile(string url) => LastPart(url).ContainsAny(s_profileWords);

    public static bool IsReason(string url) => LastPart(url).ContainsAny(s_reasons);

    public static bool IsFlag(string url) => !IsReason(url) && LastPart(url).ContainsAny(s_flags);

    private static ReadOnlySpan<char> LastPart(string url) => url.AsSpan(url.LastIndexOf('/') + 1);
}
