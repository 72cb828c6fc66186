using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>What one dose of a series asks for.</summary>
public sealed record SeriesDose
{
    public ValueList<DoseAge> Ages { get; init; } = [];

    public ValueList<DoseInterval> Intervals { get; init; } = [];

    /// <summary>Shorter intervals that are accepted when they happened.</summary>
    public ValueList<DoseInterval> AllowedIntervals { get; init; } = [];

    public ValueList<ProductUse> Prefer { get; init; } = [];

    public ValueList<ProductUse> Accept { get; init; } = [];

    /// <summary>Products that are never right here: given by mistake, they do not count and do not start an interval.</summary>
    public ValueList<int> Inadvertent { get; init; } = [];

    public ValueList<SkipRule> Skip { get; init; } = [];

    /// <summary>Asked for again and again, such as a booster or the yearly influenza dose.</summary>
    public bool Recurring { get; init; }

    public DateRange? Season { get; init; }
}

/// <summary>The ages for a dose; a range of dates says for which days of giving the line holds.</summary>
public sealed record DoseAge
{
    /// <summary>Younger than this a dose does not count, grace days included.</summary>
    public Span? Absolute { get; init; }

    public Span? Min { get; init; }

    public Span? Recommended { get; init; }

    public Span? Latest { get; init; }

    /// <summary>From this age on the dose is no longer given.</summary>
    public Span? Below { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }
}

/// <summary>How long after something a dose may be given.</summary>
public sealed record DoseInterval
{
    /// <summary><c>previous</c>, <c>dose 1</c>, <c>latest of</c> (some products) or <c>observation 170</c>.</summary>
    public required string Since { get; init; }

    public ValueList<int> Of { get; init; } = [];

    public Span? Absolute { get; init; }

    public Span? Min { get; init; }

    public Span? Recommended { get; init; }

    public Span? Latest { get; init; }

    /// <summary>When true, this interval alone decides when the next dose may be given.</summary>
    public bool Overrides { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }
}

/// <summary>Days from one to another, both included; null is open.</summary>
public sealed record DateRange(DateOnly? From, DateOnly? Until);

/// <summary>When a dose is not needed.</summary>
public sealed record SkipRule
{
    /// <summary><c>evaluation</c>, <c>forecast</c> or <c>both</c>.</summary>
    public required string Context { get; init; }

    /// <summary>True: every set must hold; false: one is enough.</summary>
    public bool All { get; init; }

    public required ValueList<SkipSet> Sets { get; init; }
}

/// <summary>Conditions that hold together, or of which one is enough.</summary>
public sealed record SkipSet
{
    public bool Any { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public required ValueList<SkipCondition> When { get; init; }
}

/// <summary>One reason for not needing a dose.</summary>
public sealed record SkipCondition
{
    /// <summary><c>age</c>, <c>interval</c>, <c>count</c> (of doses) or <c>completed</c> (series groups).</summary>
    public required string Type { get; init; }

    public Span? MinAge { get; init; }

    public Span? BelowAge { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public Span? Interval { get; init; }

    /// <summary>Such as <c>&gt;1</c> or <c>=0</c>.</summary>
    public string? Doses { get; init; }

    /// <summary>True: only doses that counted.</summary>
    public bool Valid { get; init; }

    public ValueList<int> Of { get; init; } = [];

    public ValueList<int> Groups { get; init; } = [];
}
