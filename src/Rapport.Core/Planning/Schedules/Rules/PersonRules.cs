using Rapport.Core.Records;

namespace Rapport.Core.Planning.Schedules.Rules;

/// <summary>A person's age lies in a band on a day: from the birthday on which they reach the lower bound to the eve of the one after the upper.</summary>
internal sealed record AgeBetween(AgeBand Band, Moment On) : Rule
{
    public override Answer Ask(Scope scope) =>
        On.Resolve(scope) is { } on ? Band.Holds(scope.Chart.Picture.BornOn, on.Day) : Answer.No;
}

/// <summary>A warning on the chart holds on the day, such as the loss of a pregnancy.</summary>
internal sealed record HasWarning(WarningKind Kind) : Rule
{
    public override Answer Ask(Scope scope)
    {
        foreach (var warning in scope.Chart.Picture.Warnings)
        {
            if (warning.Kind == Kind && warning.HoldsOn(scope.AsOf))
            {
                return Answer.Yes;
            }
        }

        return Answer.No;
    }
}

/// <summary>Sex at birth, else the recorded gender: which organs to assume, never how to address someone.</summary>
internal sealed record BornWithSex(bool IsFemale) : Rule
{
    public override Answer Ask(Scope scope) => IsFemaleAtBirth(scope.Chart.Picture) is not { } female
        ? Answer.Unknown
        : female == IsFemale ? Answer.Yes : Answer.No;

    /// <summary>Null where the record does not tell.</summary>
    public static bool? IsFemaleAtBirth(PatientPicture picture) => (picture.BirthSex ?? picture.Gender) switch
    {
        "F" or "female" => true,
        "M" or "male" => false,
        _ => null,
    };
}
