using Rapport.Core.Planning.Programs;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Composing;

/// <summary>When, where, with whom a visit is, and what it may be called.</summary>
public sealed class VisitFacts : IFactReader
{
    public void Read(ComposeRequest request, MergeFields fields)
    {
        var visits = request.Visits;
        if (visits.Count is 0)
        {
            return;
        }

        var language = request.First.Language;
        var lead = visits[0].Visit;
        var sayable = !request.IsAddressShared && MostSensitive(request) <= Sensitivity.Generic;
        var start = request.Context.Local(lead.StartsAt!.Value);
        var day = DateOnly.FromDateTime(start);
        var source = $"Appointment/{lead.Id}";
        var starts = new Fact { Name = "visit.start", Value = new FactValue.Moment(start), Source = source };
        fields.Add("visit.day", Phrases.Day(day, language), starts)
            .Add("visit.weekday", Phrases.Weekday(day, language), starts)
            .Add("visit.date", Phrases.Date(day, language), starts)
            .Add("visit.time", Phrases.List([.. visits.Select(v => TimeOf(v.Visit, request))], language), starts)
            .Add("visit.label", LabelOf(visits, request.Context.Practice, language, sayable), source);
        AddOld(visits[0].Patient, lead, request, fields, source);
        if (sayable)
        {
            // A clinician's or a clinic's name can give the kind of care away.
            var clinician = visits.TrueForAll(v => v.Visit.Clinician == lead.Clinician) ? lead.Clinician : null;
            fields.Add("clinician", PersonFacts.ClinicianIn(clinician, language), source)
                .Add("visit.place", visits.TrueForAll(v => v.Visit.Place == lead.Place) ? lead.Place : null, source);
        }

        if (request.Patients.Count > 1 && PersonFacts.NamesOf(request, language) is { } names)
        {
            fields.Add("visits", Phrases.List([.. visits.Select(v => Named(names[v.Patient.Id], v.Visit, request, language))], language), source);
        }
    }

    /// <summary>The highest sensitivity of what the message is about.</summary>
    public static Sensitivity MostSensitive(ComposeRequest request)
    {
        var most = Sensitivity.Open;
        foreach (var (_, visit) in request.Visits)
        {
            most = visit.Sensitivity > most ? visit.Sensitivity : most;
        }

        return most;
    }

    internal static List<(PatientPicture Patient, Visit Visit)> VisitsOf(ComposeRequest request)
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

        visits.Sort((a, b) => a.Item2.StartsAt!.Value.CompareTo(b.Item2.StartsAt!.Value) is not 0 and var order ? order : string.CompareOrdinal(a.Item2.Id, b.Item2.Id));
        return visits;
    }

    private static void AddOld(PatientPicture patient, Visit visit, ComposeRequest request, MergeFields fields, string source)
    {
        if (visit.MovedFrom is { } movedFrom)
        {
            // The time that they know, which is not the last one where the visit moved twice before they were told.
            var from = AppointmentProgram.LastTold(visit, patient) is { } told && told != visit.StartsAt ? told : movedFrom;
            var old = request.Context.Local(from);
            var was = new Fact { Name = "old.start", Value = new FactValue.Moment(old), Source = source };
            fields.Add("old.day", Phrases.Day(DateOnly.FromDateTime(old), request.First.Language), was)
                .Add("old.time", Phrases.Time(TimeOnly.FromDateTime(old)), was);
        }
    }

    private static string LabelOf(List<(PatientPicture Patient, Visit Visit)> visits, Practice practice, Language language, bool sayable)
    {
        var visit = language == Language.Spanish ? "visita" : "visit";
        if (!sayable)
        {
            return visit;
        }

        string[] labels = [.. visits.Select(v => practice.LabelFor(v.Visit.ServiceTypes)?.Words.FirstOrDefault(w => w.Language == language)?.Words ?? visit).Distinct(StringComparer.Ordinal)];
        return Phrases.List(labels, language);
    }

    private static string TimeOf(Visit visit, ComposeRequest request) => Phrases.Time(TimeOnly.FromDateTime(request.Context.Local(visit.StartsAt!.Value)));

    private static string Named(string name, Visit visit, ComposeRequest request, Language language)
    {
        var time = TimeOf(visit, request);
        return language == Language.Spanish
            ? $"{name} a {(time.StartsWith("1:", StringComparison.Ordinal) ? "la" : "las")} {time}"
            : $"{name} at {time}";
    }
}
