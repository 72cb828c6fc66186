using System.Collections.Frozen;

namespace Rapport.Core.Composing;

/// <summary>What every message of a situation is sure to know, before any record is opened, and which merge fields its words may use.</summary>
/// <remarks>The table for people stands in <c>Composing/Packs/README.md</c>, "Fields".</remarks>
public static class SituationFacts
{
    // Documented for packs of a practice's own; no reader fills them yet, so no writer is offered them.
    private static readonly string[] Dormant = ["season", "visit.bring"];

    // Every reply has an owner (Conversations), so that a person may be promised to read it; and every message may ask what stands in the way.
    private static readonly string[] Everywhere = ["repliesread", "barriersasked"];

    /// <summary>Facts that every message of the situation holds: one for each merge field that is always known, and what the situation itself says.</summary>
    public static FactSheet SureOf(Situation situation) =>
        new([.. SituationFields.Of(situation).Where(f => f.IsSure).Select(f => f.Name).Concat(Everywhere).Concat(Said(situation)).Select(name => new Fact { Name = name, Value = new FactValue.YesNo(Yes: true) })]);

    /// <summary>Merge fields that the situation may know; a template with any other could never be filled.</summary>
    public static FrozenSet<string> FieldsOf(Situation situation) =>
        FrozenSet.ToFrozenSet(SituationFields.Of(situation).Select(f => f.Name).Concat(Dormant), StringComparer.Ordinal);

    // What a program's step says by itself.
    private static string[] Said(Situation situation) => (ProgramOf(situation), situation.Name) switch
    {
        (_, "appointment.moved") => ["appointment", "moved"],
        (_, "appointment.cancelled") => ["cancelled"],
        ("appointment", _) => ["appointment"],
        ("follow-up", _) => ["visited", "visit-follow-up"],
        (_, "recall.talk") => ["talkinvited"],
        (_, "recall.heads-up") => ["due", "monthahead"],
        ("recall", _) => ["due"],
        (_, "moments.birthday") => ["birthday.today"],
        (_, "moments.welcome") => ["welcome", "visited", "visit-follow-up"],
        ("education", _) => ["smalltalk"],
        _ => [],
    };

    private static string ProgramOf(Situation situation) => SituationFields.ProgramAndStep(situation).Program;
}
