namespace Rapport.Engine.Composing.Writing;

/// <summary>How much of what a model wrote a person sees before it can be sent.</summary>
public enum ApprovalMode
{
    /// <summary>Every template waits for a person: the default.</summary>
    Each,

    /// <summary>One in five waits for a person, the rest may be used at once.</summary>
    Sample,

    /// <summary>None waits. Health content always does (<c>evidence.md §3.8</c>).</summary>
    Auto,
}

/// <summary>The mode of each program.</summary>
public sealed record ApprovalModes(ApprovalMode Otherwise, IReadOnlyDictionary<string, ApprovalMode> ByProgram)
{
    public static ApprovalModes EachByAPerson { get; } = new(ApprovalMode.Each, new Dictionary<string, ApprovalMode>(StringComparer.Ordinal));

    public ApprovalMode For(string program) =>
        Core.Composing.Disclosure.IsClinical(program) ? ApprovalMode.Each : ByProgram.TryGetValue(program, out var mode) ? mode : Otherwise;
}
