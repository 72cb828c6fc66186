using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>All that decides whether somebody is protected against one disease: immunity, what forbids the vaccine, the series of doses.</summary>
public sealed record AntigenTable
{
    public required string Antigen { get; init; }

    /// <summary>The vaccine group that people speak of: MMR for measles, mumps and rubella.</summary>
    public required string Group { get; init; }

    public required string Source { get; init; }

    /// <summary>Every antigen of the group is given at once: the injection waits for the antigen that must wait longest.</summary>
    public bool OneInjection { get; init; }

    /// <summary>The year in which the season that the dates of this table speak of began; null where nothing is seasonal.</summary>
    public int? SeasonYear { get; init; }

    /// <summary>The month in which a season begins.</summary>
    public int SeasonMonth { get; init; } = 7;

    public ImmunityEvidence Immunity { get; init; } = new();

    /// <summary>Observations that forbid every vaccine of the group.</summary>
    public ValueList<AgedObservation> Contraindications { get; init; } = [];

    /// <summary>Observations that forbid some products.</summary>
    public ValueList<ProductContraindication> ProductContraindications { get; init; } = [];

    public required ValueList<VaccineSeries> Series { get; init; }

    public override string ToString() => Antigen;
}

/// <summary>What counts as immunity without a dose.</summary>
public sealed record ImmunityEvidence
{
    /// <summary>Observations such as laboratory evidence of immunity.</summary>
    public ValueList<int> History { get; init; } = [];

    public ValueList<ImmuneByBirth> Born { get; init; } = [];
}

/// <summary>People born before a day are taken as immune, except those with one of the observations.</summary>
public sealed record ImmuneByBirth(DateOnly Before, string? Country, ValueList<int>? Except);

/// <summary>An observation that counts within an age band.</summary>
public sealed record AgedObservation(int Observation, Span? MinAge, Span? BelowAge);

/// <summary>An observation that forbids some products.</summary>
public sealed record ProductContraindication(int Observation, ValueList<ProductUse> Of);

/// <summary>One way to become protected: a sequence of doses for some people.</summary>
public sealed record VaccineSeries
{
    public required string Name { get; init; }

    /// <summary>Null: for everybody; <c>risk</c>: for people with an indication; <c>evaluation</c>: only to judge doses given.</summary>
    public string? Type { get; init; }

    /// <summary>Empty: for everybody; else <c>F</c>, <c>M</c>, <c>U</c>.</summary>
    public ValueList<string> Sex { get; init; } = [];

    /// <summary>Series of one group are alternatives; the best is chosen.</summary>
    public required int Group { get; init; }

    /// <summary><c>A</c> before <c>B</c> before <c>C</c>.</summary>
    public required string Priority { get; init; }

    /// <summary>Decides between equals; the lowest wins.</summary>
    public int? Preference { get; init; }

    public bool Default { get; init; }

    /// <summary>A series of one product.</summary>
    public bool Product { get; init; }

    public Span? MinStart { get; init; }

    public Span? MaxStart { get; init; }

    /// <summary>Other groups whose series protect as well.</summary>
    public ValueList<int> Equivalent { get; init; } = [];

    public ValueList<AgedObservation> Indications { get; init; } = [];

    public required ValueList<SeriesDose> Doses { get; init; }
}
