using System.Collections.Frozen;

namespace Rapport.Core.Composing;

/// <summary>What every message of a situation is sure to know, before any record is opened, and which merge fields its words may use.</summary>
/// <remarks>The table for people stands in <c>Composing/Packs/README.md</c>, "Fields".</remarks>
public static class SituationFacts
{
    private static readonly string[] Always = ["practice", "phone"];
    private static readonly string[] Maybe = ["name", "clinician", "season"];
    private static readonly string[] VisitDay = ["visit.day", "visit.weekday", "visit.date"];

    /// <summary>Facts that every message of the situation holds: one for each merge field that is always known, and what the situation itself says.</summary>
    public static FactSheet SureOf(Situation situation) =>
        new([.. SureFieldsOf(situation).Concat(Everywhere).Concat(Said(situation)).Select(name => new Fact { Name = name, Value = new FactValue.YesNo(Yes: true) })]);

    /// <summary>Merge fields that the situation may know; a template with any other could never be filled.</summary>
    public static FrozenSet<string> FieldsOf(Situation situation) =>
        FrozenSet.ToFrozenSet(SureFieldsOf(situation).Concat(Maybe).Concat(Perhaps(situation)), StringComparer.Ordinal);

    private static IEnumerable<string> SureFieldsOf(Situation situation) => [.. Always, .. OfAudience(situation), .. OfStep(situation)];

    private static string[] OfAudience(Situation situation) => situation.Audience switch
    {
        Audience.Other => ["patient"],
        Audience.Household => ["visits"],
        Audience.Family => ["patients"],
        _ => [],
    };

    private static string[] OfStep(Situation situation) => (ProgramOf(situation), situation.Name) switch
    {
        ("appointment", "appointment.moved") => [.. VisitDay, "visit.time", "visit.label", "old.day", "old.time"],
        ("appointment", _) when situation.Audience is Audience.Household => VisitDay,
        ("appointment", _) => [.. VisitDay, "visit.time", "visit.label"],
        ("follow-up", _) => [.. VisitDay, "visit.label"],
        ("recall", _) => ["service.label"],
        ("education", _) => ["snippet"],
        _ => [],
    };

    private static string[] Perhaps(Situation situation) => ProgramOf(situation) switch
    {
        "appointment" => ["visit.place", "visit.bring", "patients"],
        "recall" => ["service.last"],
        "moments" or "education" => ["interest"],
        _ => [],
    };

    // Every reply has an owner (Conversations), so that a person may be promised to read it; and every message may ask what stands in the way.
    private static readonly string[] Everywhere = ["repliesread", "barriersasked"];

    // What a program's step says by itself.
    private static string[] Said(Situation situation) => (ProgramOf(situation), situation.Name) switch
    {
        (_, "appointment.moved") => ["appointment", "moved"],
        (_, "appointment.cancelled") => ["cancelled"],
        ("appointment", _) => ["appointment"],
        ("follow-up", _) => ["visited", "visit-follow-up"],
        (_, "recall.talk") => ["talkinvited"],
        ("recall", _) => ["due"],
        (_, "moments.birthday") => ["birthday.today"],
        (_, "moments.welcome") => ["welcome", "visited", "visit-follow-up"],
        ("education", _) => ["smalltalk"],
        _ => [],
    };

    private static string ProgramOf(Situation situation) => situation.Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? situation.Name[..dot] : situation.Name;
}
