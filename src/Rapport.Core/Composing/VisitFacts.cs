using Rapport.Core.Planning.Programs;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Composing;

/// <summary>When, where, with whom a visit is, and what it may be called.</summary>
public sealed class VisitFacts : IFactReader
{
    public void Read(ComposeRequest request, MergeFields fields)
    {
        var visits = VisitsOf(request);
        if (visits.Count is 0)
        {
            return;
        }

        var language = request.First.Language;
        var (lead, sensitivity) = (visits[0].Visit, MostSensitive(request));
        var start = request.Context.Local(lead.StartsAt!.Value);
        var day = DateOnly.FromDateTime(start);
        var source = $"Appointment/{lead.Id}";
        var starts = new Fact { Name = "visit.start", Value = new FactValue.Moment(start), Source = source };
        fields.Add("visit.day", Phrases.Day(day, language), starts)
            .Add("visit.weekday", Phrases.Weekday(day, language), starts)
            .Add("visit.date", Phrases.Date(day, language), starts)
            .Add("visit.time", Phrases.List([.. visits.Select(v => TimeOf(v.Visit, request))], language), starts)
            .Add("visit.label", LabelOf(visits, request.Context.Practice, language, sensitivity), source);
        AddOld(lead, request, fields, source);
        if (sensitivity <= Sensitivity.Generic)
        {
            // A clinician's or a clinic's name can give the kind of care away.
            fields.Add("clinician", visits.Select(v => v.Visit.Clinician).Distinct(StringComparer.Ordinal).Count() is 1 ? lead.Clinician : null, source)
                .Add("visit.place", lead.Place, source);
        }

        if (request.Patients.Count > 1 && visits.All(v => v.Patient.NameToUse is not null))
        {
            fields.Add("visits", Phrases.List([.. visits.Select(v => Named(v, request, language))], language), source);
        }
    }

    /// <summary>The highest sensitivity of what the message is about.</summary>
    public static Sensitivity MostSensitive(ComposeRequest request) =>
        VisitsOf(request).Select(v => v.Visit.Sensitivity).DefaultIfEmpty(Sensitivity.Open).Max();

    private static List<(PatientPicture Patient, Visit Visit)> VisitsOf(ComposeRequest request)
    {
        if (request.First.Program is not "appointment")
        {
            return [];
        }

        var visits = new List<(PatientPicture, Visit)>();
        foreach (var touch in request.Touches)
        {
            var patient = request.Patients.First(p => p.Id == touch.Patient);
            if (patient.Visits.FirstOrDefault(v => v.StartsAt is not null && AppointmentProgram.SubjectOf(v) == touch.Subject) is { } visit)
            {
                visits.Add((patient, visit));
            }
        }

        return [.. visits.OrderBy(v => v.Item2.StartsAt)];
    }

    private static void AddOld(Visit visit, ComposeRequest request, MergeFields fields, string source)
    {
        if (visit.MovedFrom is { } from)
        {
            var old = request.Context.Local(from);
            var was = new Fact { Name = "old.start", Value = new FactValue.Moment(old), Source = source };
            fields.Add("old.day", Phrases.Day(DateOnly.FromDateTime(old), request.First.Language), was)
                .Add("old.time", Phrases.Time(TimeOnly.FromDateTime(old)), was);
        }
    }

    private static string LabelOf(List<(PatientPicture Patient, Visit Visit)> visits, Practice practice, Language language, Sensitivity sensitivity)
    {
        var visit = language == Language.Spanish ? "visita" : "visit";
        if (sensitivity > Sensitivity.Generic)
        {
            return visit;
        }

        string[] labels = [.. visits.Select(v => practice.LabelFor(v.Visit.ServiceTypes)?.Words.FirstOrDefault(w => w.Language == language)?.Words ?? visit).Distinct(StringComparer.Ordinal)];
        return Phrases.List(labels, language);
    }

    private static string TimeOf(Visit visit, ComposeRequest request) => Phrases.Time(TimeOnly.FromDateTime(request.Context.Local(visit.StartsAt!.Value)));

    private static string Named((PatientPicture Patient, Visit Visit) visit, ComposeRequest request, Language language) =>
        language == Language.Spanish
            ? $"{visit.Patient.NameToUse} a {(TimeOf(visit.Visit, request).StartsWith("1:", StringComparison.Ordinal) ? "la" : "las")} {TimeOf(visit.Visit, request)}"
            : $"{visit.Patient.NameToUse} at {TimeOf(visit.Visit, request)}";
}
