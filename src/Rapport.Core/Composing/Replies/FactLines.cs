using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Composing.Replies;

/// <summary>A field that an answer may use: its name and the kind of thing it holds, never its value.</summary>
public sealed record ReplyField(string Name, string Holds)
{
    public override string ToString() => "field";
}

/// <summary>What is known for an answer to one patient: fields for the writer, values for this machine.</summary>
public sealed record ReplyFacts(ValueList<ReplyField> Fields, MergeFields Values)
{
    public override string ToString() => $"{Fields.Count} fields";
}

/// <summary>Reads the facts that an answer to a patient may state: the visits to come, what is due, how to reach the practice.</summary>
/// <remarks>The rules of <see cref="VisitFacts"/> hold: on an address that two adults share, or for a sensitive kind of visit, only day and time are said.</remarks>
public sealed class FactLines(IDueServices due)
{
    private const int AdultAge = 18;
    private const int MostVisits = 3;
    private const int MostLabels = 2;

    /// <param name="patient">Whom the thread is with.</param>
    /// <param name="context">Practice and moment.</param>
    /// <param name="channel">Where the answer will be read.</param>
    /// <param name="language">Of the answer.</param>
    /// <param name="signer">The staff member who will send it; null where the name is not to be said.</param>
    public ReplyFacts Of(PatientPicture patient, PlanningContext context, Channel channel, Language language, string? signer)
    {
        var lines = new Lines();
        var isPrivate = IsPrivate(patient, context, channel);
        var visits = VisitsToCome(patient, context).ToList();
        AddPractice(lines, context.Practice, channel, isPrivate && visits.TrueForAll(v => IsSayable(v, context.Practice)));
        lines.Values.Know("today", new FactValue.Day(context.Today)).Know("signer", new FactValue.Text(signer ?? "staff"))
            .Know("patient_question", new FactValue.YesNo(Yes: true));   // that they wrote, not what: an answer may thank for it
        if (isPrivate)
        {
            lines.Add("name", "the patient's first name", patient.AgeOn(context.Today) >= AdultAge ? patient.NameToUse : null, $"Patient/{patient.Id}");
            AddDue(lines, patient, context, language);
        }

        if (IsOpen(patient, context))
        {
            AddVisits(lines, visits, context, language, isPrivate);
        }

        return new ReplyFacts([.. lines.Fields], lines.Values);
    }

    // Only the patient reads it, as far as we know.
    private static bool IsPrivate(PatientPicture patient, PlanningContext context, Channel channel) =>
        IsOpen(patient, context) && !patient.Contacts.Any(c => c.Channel == channel && c.IsShared);

    private static bool IsOpen(PatientPicture patient, PlanningContext context) =>
        !patient.IsDeceased && !patient.Warnings.Any(w => w.HoldsOn(context.Today) && w.Kind is WarningKind.SafeContact or WarningKind.Confidential or WarningKind.DoNotContact);

    private static bool IsSayable(Visit visit, Practice practice) =>
        visit.Sensitivity <= Sensitivity.Generic && practice.LabelFor(visit.ServiceTypes) is null or { Sensitivity: <= Sensitivity.Generic };

    private static IEnumerable<Visit> VisitsToCome(PatientPicture patient, PlanningContext context) =>
        patient.Visits.Where(v => v.IsOnTheBook && v.StartsAt > context.Now).OrderBy(v => v.StartsAt).Take(MostVisits);

    private static void AddPractice(Lines lines, Practice practice, Channel channel, bool mayBeNamed)
    {
        var shortName = practice.ShortName ?? practice.Name;
        lines.Add("practice", "what the practice calls itself", !mayBeNamed ? practice.NeutralName ?? shortName : channel is Channel.Sms ? shortName : practice.Name);
        lines.Add("phone", "the practice's phone number", practice.Phone);
        if (mayBeNamed)
        {
            lines.Add("practice.address", "the practice's street address", string.Join(", ", practice.AddressLines));
        }
    }

    private static void AddVisits(Lines lines, List<Visit> visits, PlanningContext context, Language language, bool isPrivate)
    {
        if (visits.Count is 0)
        {
            return;
        }

        var (next, start) = (visits[0], context.Local(visits[0].StartsAt!.Value));
        var (day, source) = (DateOnly.FromDateTime(start), $"Appointment/{visits[0].Id}");
        var starts = new Fact { Name = "visit.start", Value = new FactValue.Moment(start), Source = source };
        var isSayable = isPrivate && IsSayable(next, context.Practice);
        lines.Add("visit.day", "weekday and date of the next visit", Phrases.Day(day, language), starts);
        lines.Add("visit.weekday", "weekday of the next visit", Phrases.Weekday(day, language), starts);
        lines.Add("visit.time", "time of the next visit", Phrases.Time(TimeOnly.FromDateTime(start)), starts);
        lines.Add("visit.label", "what the next visit is, such as check-up", LabelOf(next, context.Practice, language, isSayable), source);
        if (isSayable)
        {
            lines.Add("clinician", "whom the next visit is with, with the title", PersonFacts.ClinicianIn(next.Clinician, language), source);
            lines.Add("visit.place", "where the next visit is", next.Place, source);
        }

        if (visits.Count > 1)
        {
            var moments = visits.Select(v => context.Local(v.StartsAt!.Value)).ToList();
            lines.Add(
                "visits", "day and time of all visits to come, as a list", Phrases.List([.. moments.Select(m => $"{Phrases.Day(DateOnly.FromDateTime(m), language)}, {Phrases.Time(TimeOnly.FromDateTime(m))}")], language),
                new Fact { Name = "visits.start", Value = new FactValue.Several([.. moments.Select(m => new FactValue.Moment(m))]), Source = string.Join(", ", visits.Select(v => $"Appointment/{v.Id}")) });
        }
    }

    private static string LabelOf(Visit visit, Practice practice, Language language, bool isSayable) =>
        (isSayable ? practice.LabelFor(visit.ServiceTypes)?.Words.FirstOrDefault(w => w.Language == language)?.Words : null) ?? (language == Language.Spanish ? "visita" : "visit");

    private void AddDue(Lines lines, PatientPicture patient, PlanningContext context, Language language)
    {
        var labels = due.For(patient, context.Today, 0).OfType<DueFinding.Due>().Where(d => !d.Service.IsTalk)
            .Select(d => due.LabelsOf(d.Service.Service).FirstOrDefault(l => l.Language == language)?.Words).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostLabels).ToList();
        lines.Add("service.label", "what is due for them by the schedule, such as cleaning", labels.Count is 0 ? null : Phrases.List(labels, language), $"Patient/{patient.Id}");
    }

    private sealed class Lines
    {
        public List<ReplyField> Fields { get; } = [];

        public MergeFields Values { get; } = new();

        public void Add(string name, string holds, string? words, string? source = null) =>
            Add(name, holds, words, new Fact { Name = name, Value = new FactValue.Text(words ?? ""), Source = source });

        public void Add(string name, string holds, string? words, Fact fact)
        {
            if (!string.IsNullOrWhiteSpace(words))
            {
                Fields.Add(new ReplyField(name, holds));
                Values.Add(name, words, fact);
            }
        }
    }
}
