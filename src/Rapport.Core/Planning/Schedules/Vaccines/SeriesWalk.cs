namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>One dose on record, judged against a series.</summary>
/// <param name="Given">The dose.</param>
/// <param name="Target">Which dose of the series it was held against; past the last one it was one too many.</param>
/// <param name="Finding">What was found.</param>
internal readonly record struct JudgedDose(DoseGiven Given, int Target, DoseFinding Finding)
{
    public bool Counts => Finding is DoseFinding.Counts;
}

internal enum DoseFinding
{
    Counts,
    TooYoung,
    TooOld,
    TooSoon,
    TooSoonAfterLiveVaccine,
    WrongProduct,
    Inadvertent,
    OneTooMany,
}

/// <summary>A walk through the doses on record, holding each against the next dose that the series asks for.</summary>
/// <remarks>CDC, Logic Specification for ACIP Recommendations, chapter 6.</remarks>
internal sealed class SeriesWalk(VaccineSeries series, VaccineHistory history, ProductTable products, string antigen, int seasonShift)
{
    private readonly List<JudgedDose> _judged = [];

    public VaccineSeries Series => series;

    public VaccineHistory History => history;

    public ProductTable Products => products;

    /// <summary>Years by which the dates of the table move, so that they mean the season we are in.</summary>
    public int SeasonShift => seasonShift;

    public IReadOnlyList<JudgedDose> Judged => _judged;

    /// <summary>The place of the next dose in the series.</summary>
    public int Next { get; private set; }

    public int ValidDoses { get; private set; }

    public bool IsAtEnd => Next >= series.Doses.Count;

    public DateOnly? FirstValidOn { get; private set; }

    public DateOnly? LastValidOn { get; private set; }

    /// <summary>Series groups of the antigen that are complete, for the rules that ask.</summary>
    public HashSet<int> CompletedGroups { get; init; } = [];

    public SeriesWalk Run()
    {
        foreach (var dose in history.Doses)
        {
            if (products.Protects(dose, antigen, history.BornOn))
            {
                Judge(dose);
            }
        }

        return this;
    }

    /// <summary>Passes over doses that are not needed as of a day.</summary>
    public void SkipUnneeded(DateOnly asOf)
    {
        while (!IsAtEnd && SkipCheck.IsSkipped(series.Doses[Next], this, asOf, "forecast"))
        {
            Next++;
        }
    }

    /// <summary>The day on which the dose was given that met a place of the series, counted from 1.</summary>
    public DateOnly? MetOn(int place)
    {
        foreach (var judged in _judged)
        {
            if (judged.Counts && judged.Target == place - 1)
            {
                return judged.Given.On;
            }
        }

        return null;
    }

    private void Judge(DoseGiven dose)
    {
        while (!IsAtEnd && SkipCheck.IsSkipped(series.Doses[Next], this, dose.On, "evaluation"))
        {
            Next++;
        }

        if (IsAtEnd)
        {
            _judged.Add(new JudgedDose(dose, Next, DoseFinding.OneTooMany));
            return;
        }

        var finding = DoseCheck.Judge(dose, series.Doses[Next], this);
        _judged.Add(new JudgedDose(dose, Next, finding));
        if (finding is DoseFinding.Counts)
        {
            ValidDoses++;
            FirstValidOn ??= dose.On;
            LastValidOn = dose.On;
            Next += series.Doses[Next].Recurring ? 0 : 1;
        }
    }
}
