using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>One thing that the writer may say, and the record it rests on.</summary>
public sealed record Fact
{
    /// <summary>What the fact is about, such as <c>visit.start</c> or <c>practice</c>; a merge field names it.</summary>
    public required string Name { get; init; }

    public required FactValue Value { get; init; }

    /// <summary>The record it rests on, such as <c>Appointment/17</c>; null for the practice's own settings.</summary>
    public string? Source { get; init; }

    /// <summary>The date of that record.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The name only: the value may be patient data.</summary>
    public override string ToString() => Name;
}

/// <summary>What a fact holds. Typed, so that a guardrail can tell "tomorrow at five past one" from an invention.</summary>
public abstract record FactValue
{
    private FactValue()
    {
    }

    /// <summary>The kind only: the value may be patient data.</summary>
    public sealed override string ToString() => GetType().Name;

    public sealed record Text(string Words) : FactValue;

    /// <summary>A date without a time.</summary>
    public sealed record Day(DateOnly On) : FactValue;

    /// <summary>A month of a year, such as that of the last visit.</summary>
    public sealed record Month(int Year, int MonthOfYear) : FactValue;

    /// <summary>A date and a time of day on the practice's wall clock.</summary>
    public sealed record Moment(DateTime Local) : FactValue;

    public sealed record Number(decimal Amount) : FactValue;

    public sealed record YesNo(bool Yes) : FactValue;

    public sealed record Several(ValueList<FactValue> Items) : FactValue;

    /// <summary>Facts that belong together, such as a caregiver's name and relation, or a price list.</summary>
    public sealed record Group(ValueList<Fact> Facts) : FactValue;
}

/// <summary>The only facts that a message may state.</summary>
public sealed record FactSheet(ValueList<Fact> Facts)
{
    public Fact? Find(string name)
    {
        foreach (var fact in Facts)
        {
            if (string.Equals(fact.Name, name, StringComparison.Ordinal))
            {
                return fact;
            }
        }

        return null;
    }

    public override string ToString() => $"{Facts.Count} facts";
}
