using System.Text;
using Rapport.Samples.People;

namespace Rapport.Samples.Papers;

/// <summary>The front desk's notes about people, as <c>notes.csv</c> beside each export.</summary>
internal sealed class NotesFile : IDisposable
{
    private readonly StreamWriter _yesterday;
    private readonly StreamWriter _today;

    public NotesFile(string yesterdayFolder, string todayFolder)
    {
        _yesterday = Open(yesterdayFolder);
        _today = Open(todayFolder);
    }

    /// <summary>Something a person likes; a message may mention it.</summary>
    public void Interest(Person person, string word) => Write(person, word, "interest", mayBeMentioned: true);

    public void Write(Person person, string text, string tag, bool mayBeMentioned, bool isNewToday = false)
    {
        var row = $"{person.Mrn},{Quoted(text)},{tag},{(mayBeMentioned ? "true" : "false")}\n";
        _today.Write(row);
        if (!isNewToday)
        {
            _yesterday.Write(row);
        }
    }

    public void Dispose()
    {
        _yesterday.Dispose();
        _today.Dispose();
    }

    private static StreamWriter Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = new StreamWriter(Path.Combine(folder, "notes.csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        file.Write("patient_identifier,text,tag,may_be_mentioned\n");
        return file;
    }

    // RFC 4180 §2.6: quotes around a field that holds a comma or a quote, quotes doubled.
    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(',', '"') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
