using Rapport.Core.Planning.Calendar;
using Rapport.Core.Planning.Programs;

namespace Rapport.Core.Composing;

/// <summary>The one vetted health fact of an education note.</summary>
public sealed class EducationFacts(EducationCalendar calendar) : IFactReader
{
    public void Read(ComposeRequest request, MergeFields fields)
    {
        if (request.First.Program is "education" && calendar.Find(EducationProgram.TopicOf(request.First.Subject)) is { } row)
        {
            fields.Add("snippet", row.Snippet.In(request.First.Language, request.First.Channel), $"calendar {calendar.Version}, {row.Source}", row.SourceDate.Earliest);
        }
    }
}
