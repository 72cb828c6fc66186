using Rapport.Core.Planning;
using Rapport.Core.Planning.Programs;

namespace Rapport.Core.Composing;

/// <summary>What is due, by its plain label, and when it was last done.</summary>
/// <remarks>All of it stands in the subjects of the touches: which service, and of which cycle.</remarks>
public sealed class RecallFacts(IDueServices due) : IFactReader
{
    private const int MaxLabels = 2;   // "check-up and eye exam"; a longer list reads like a bill

    public void Read(ComposeRequest request, MergeFields fields)
    {
        if (request.First.Program is not "recall")
        {
            return;
        }

        var (language, source) = (request.First.Language, $"Patient/{request.Lead.Id}");
        var labels = new List<string>(MaxLabels + 1);
        foreach (var touch in request.Touches)
        {
            if (due.LabelsOf(RecallProgram.ServiceOf(touch.Subject)).FirstOrDefault(l => l.Language == language) is { Words: var words } && !labels.Contains(words))
            {
                labels.Add(words);
            }
        }

        fields.Add("service.label", Phrases.List([.. labels.Take(MaxLabels)], language), source);
        if (labels.Count is 1 && LastOf(request) is { } last)
        {
            fields.Add("service.last", Phrases.Month(last, language), new Fact { Name = "service.last", Value = new FactValue.Month(last.Year, last.Month), Source = source, On = last });
        }
    }

    // One date for all that the message is about, or none.
    private static DateOnly? LastOf(ComposeRequest request)
    {
        DateOnly? last = null;
        foreach (var touch in request.Touches)
        {
            var done = RecallProgram.LastDoneOf(touch.Subject);
            if (done is null || (last is not null && last != done))
            {
                return null;
            }

            last = done;
        }

        return last;
    }
}
