using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>A merge field that a situation may have.</summary>
/// <param name="Holds">What it says, for a writer; a kind and no value.</param>
/// <param name="IsSure">Known for everybody in the situation; what is not sure may stand only inside <c>[…]</c>.</param>
/// <param name="MustBeSaid">A message without it would fail its reader.</param>
public sealed record SituationField(string Name, string Holds, bool IsSure = true, bool MustBeSaid = false)
{
    public override string ToString() => Name;
}

/// <summary>Which facts each situation has: what a template may merge, and what it must.</summary>
public static class SituationFields
{
    public static ValueList<SituationField> Of(Situation situation)
    {
        var (program, step) = ProgramAndStep(situation);
        List<SituationField> fields = [new("practice", "what the practice calls itself", MustBeSaid: true), new("phone", "its phone number"), new("name", "the reader's name", IsSure: false), .. About(situation)];
        fields.AddRange(program switch
        {
            "appointment" => Visit(situation, step),
            "follow-up" => [.. Day(), new("visit.label", "the kind of visit, such as check-up"), Clinician],
            "recall" => [new("service.label", "what is due, such as cleaning", MustBeSaid: true), new("service.last", "month and year of the last time", IsSure: false), Clinician],
            "education" => [new("snippet", "one vetted health fact, a whole sentence", MustBeSaid: true), Interest, Clinician],
            "moments" when step is "birthday" => [Interest, Clinician],
            _ => [Clinician],
        });
        return [.. fields];
    }

    internal static (string Program, string Step) ProgramAndStep(Situation situation) =>
        situation.Name.Split('.', 2) is [var program, var step] ? (program, step) : (situation.Name, "");

    private static SituationField Clinician => new("clinician", "the clinician's title and name", IsSure: false);

    private static SituationField Interest => new("interest", "something they like", IsSure: false);

    private static SituationField[] Day() =>
        [new("visit.day", "weekday and date, such as Thursday, April 9"), new("visit.weekday", "weekday alone"), new("visit.date", "date alone")];

    private static IEnumerable<SituationField> About(Situation situation) => situation.Audience switch
    {
        Audience.Other => [new("patient", "the name of the person it is about: a child or a grown person whom the reader cares for", MustBeSaid: true)],
        Audience.Family => [new("patients", "the names of the children it is about", MustBeSaid: true)],
        _ => [],
    };

    private static IEnumerable<SituationField> Visit(Situation situation, string step)
    {
        var isHousehold = situation.Audience is Audience.Household;
        foreach (var field in Day())
        {
            yield return field;
        }

        if (isHousehold)
        {
            yield return new("visits", "who is seen at what time, such as Ana at 2:15 PM and Luis at 2:45 PM", MustBeSaid: step is not "cancelled");
        }
        else
        {
            yield return new("visit.time", "the time of day", MustBeSaid: step is "confirm" or "remind" or "moved");
            yield return new("visit.label", "the kind of visit, such as check-up");
        }

        if (isHousehold)
        {
            yield return new("patients", "the names of who is seen", IsSure: false);
        }

        yield return new("visit.place", "which office", IsSure: false);
        yield return Clinician;
        if (step is "moved")
        {
            yield return new("old.day", "weekday and date before the change", MustBeSaid: true);
            yield return new("old.time", "time before the change", MustBeSaid: true);
        }
    }
}
