using Rapport.Core.Planning;
using Rapport.Core.Planning.Programs;

namespace Rapport.Core.Composing;

/// <summary>What is due, by its plain label, and when it was last done.</summary>
public sealed class RecallFacts(IDueServices due) : IFactReader
{
    private const int MaxLabels = 2;   // "check-up and eye exam"; a longer list reads like a bill
    private const int DaysAhead = 30;

    public void Read(ComposeRequest request, MergeFields fields)
    {
        if (request.First.Program is not "recall")
        {
            return;
        }

        var services = ServicesOf(request);
        var language = request.First.Language;
        string[] labels = [.. services.Select(s => s.Labels.FirstOrDefault(l => l.Language == language)?.Words).OfType<string>().Distinct(StringComparer.Ordinal)];
        fields.Add("service.label", Phrases.List([.. labels.Take(MaxLabels)], language), $"Patient/{request.Lead.Id}");
        if (labels.Length is 1 && services.Count > 0 && services[0].LastDoneOn is { } last)
        {
            fields.Add("service.last", Phrases.Month(last, language), new Fact { Name = "service.last", Value = new FactValue.Month(last.Year, last.Month), Source = $"Patient/{request.Lead.Id}", On = last });
        }
    }

    private List<DueService> ServicesOf(ComposeRequest request)
    {
        var wanted = request.Touches.Select(t => (t.Patient, RecallProgram.ServiceOf(t.Subject))).ToHashSet();
        return [.. request.Patients.SelectMany(patient => due.For(patient, request.Context.Today, DaysAhead)
            .OfType<DueFinding.Due>()
            .Select(d => d.Service)
            .Where(s => wanted.Contains((patient.Id, s.Service))))];
    }
}
