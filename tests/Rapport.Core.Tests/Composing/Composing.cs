using Rapport.Core.Composing;
using Rapport.Core.Planning;
using Rapport.Core.Planning.Calendar;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Composing;

/// <summary>A composer as tests want it: the built-in words, and the check of every message.</summary>
internal static class Composing
{
    public static Composer With(IDueServices? due = null, TemplatePack? pack = null) => With(new TemplateShelf(pack ?? TemplatePack.BuiltIn), due);

    public static Composer With(TemplateShelf shelf, IDueServices? due = null) => new(
        shelf,
        [new PersonFacts(), new VisitFacts(), new FollowUpFacts(), new RecallFacts(due ?? new ScriptedDueServices()), new EducationFacts(EducationCalendar.Load())],
        new MessageCheck());

    public static Rendered Words(this Composed composed) => composed.ShouldBeOfType<Composed.Message>().Words;

    /// <summary>What the patient reads about the touches of one step.</summary>
    public static Rendered Compose(this TouchPlan plan, string step, PatientBuilder[] members, DateTimeOffset? now = null, IDueServices? due = null) =>
        With(due).Compose([.. plan.Touches.Where(t => t.Step == step)], A.Household(members), A.Context(now)).Words();

    public static Rendered ComposeVisit(string step, params PatientBuilder[] members) => Planning.Plans.ForVisits(members).Compose(step, members);
}
