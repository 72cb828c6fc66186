using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>Which visit we ask after.</summary>
public sealed class FollowUpFacts : IFactReader
{
    public void Read(ComposeRequest request, MergeFields fields)
    {
        if (request.First.Program is not "follow-up" || DayOf(request) is not { } day)
        {
            return;
        }

        var (language, subject) = (request.First.Language, request.First.Subject);
        var on = new Fact { Name = "visit.on", Value = new FactValue.Day(day), Source = subject, On = day };
        fields.Add("visit.day", Phrases.Day(day, language), on)
            .Add("visit.weekday", Phrases.Weekday(day, language), on)
            .Add("visit.date", Phrases.Date(day, language), on)
            .Add("visit.label", LabelOf(request, language), subject, day);
    }

    private static DateOnly? DayOf(ComposeRequest request)
    {
        var (patient, subject) = (request.Lead, request.First.Subject);
        if (patient.Visits.FirstOrDefault(v => $"Appointment/{v.Id}" == subject)?.StartsAt is { } start)
        {
            return request.Context.LocalDay(start);
        }

        return patient.Encounters.FirstOrDefault(e => $"Encounter/{e.Id}" == subject)?.From?.On.Whole;
    }

    private static string LabelOf(ComposeRequest request, Language language)
    {
        var types = request.Lead.Visits.FirstOrDefault(v => $"Appointment/{v.Id}" == request.First.Subject)?.ServiceTypes
            ?? request.Lead.Encounters.FirstOrDefault(e => $"Encounter/{e.Id}" == request.First.Subject)?.Types ?? [];
        var label = request.Context.Practice.LabelFor(types);
        return label is { Sensitivity: <= Sensitivity.Generic } && label.Words.FirstOrDefault(w => w.Language == language) is { Words: var words }
            ? words
            : language == Language.Spanish ? "visita" : "visit";
    }
}
