using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Engine.Intake;

namespace Rapport.Formats.Fhir.Files;

/// <summary>Reads <c>notes.csv</c>: what somebody at the practice noted about a person.</summary>
/// <remarks>Columns: <c>patient_identifier</c> (<c>value</c> or <c>system|value</c>), <c>text</c>, <c>tag</c>, <c>may_be_mentioned</c> (yes or no).</remarks>
internal static class NotesFile
{
    private static readonly string[] s_columns = ["patient_identifier", "text", "tag", "may_be_mentioned"];

    private const string Noun = "Note";

    private const int LongestField = 20_000;

    /// <summary>Hands over row after row: the session's list, to be emptied by whoever takes it.</summary>
    public static IEnumerable<List<FeedItem>> Read(FeedBytes bytes, FhirSession session, CancellationToken ct)
    {
        using var text = new StreamReader(new BytesStream(bytes));
        using var csv = new CsvReader(text, Configuration(session));
        if (Try(csv, session, () => csv.Read() && csv.ReadHeader()) && HasColumns(csv, session))
        {
            while (Try(csv, session, csv.Read))
            {
                ct.ThrowIfCancellationRequested();
                session.Line = csv.Parser.RawRow;
                ReadRow(csv, session);
                yield return session.Items;
            }
        }

        if (bytes.IsBroken)
        {
            session.Note("", FeedLimits.CutOff, IntakeLoss.Whole);
        }

        yield return session.Items;
    }

    private static CsvConfiguration Configuration(FhirSession session) => new(CultureInfo.InvariantCulture)
    {
        PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
        TrimOptions = TrimOptions.Trim,
        MissingFieldFound = null,
        BadDataFound = bad => session.Note(Noun, "has quotation marks in the wrong place; it was read as it stands", IntakeLoss.Part),
        MaxFieldSize = LongestField,
        IgnoreBlankLines = true,
    };

    // CsvHelper gives up on a file by an exception; for us that is one more thing to report.
    private static bool Try(CsvReader csv, FhirSession session, Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (CsvHelperException)
        {
            session.Line = csv.Parser.RawRow;
            session.Note(Noun, "cannot be read from this row on: the row is not CSV, or is far too long", IntakeLoss.Whole);
            return false;
        }
    }

    private static bool HasColumns(CsvReader csv, FhirSession session)
    {
        string[] missing = [.. s_columns.Where(column => csv.GetFieldIndex(column, isTryGet: true) < 0)];
        if (missing is [])
        {
            return true;
        }

        session.Line = 1;
        session.Note(Noun, $"has no column {string.Join(", ", missing)}; the file was left out", IntakeLoss.Whole);
        return false;
    }

    private static void ReadRow(CsvReader csv, FhirSession session)
    {
        string Field(string column) => csv.GetField(column) ?? "";

        var (patient, text, tag) = (Field("patient_identifier"), Field("text"), Field("tag").ToLowerInvariant());
        session.Count(Noun, isKept: true);
        if (patient is "" || text is "" || tag is "")
        {
            session.Note(Noun, "lacks a patient, a text or a tag; left out", IntakeLoss.Whole);
            return;
        }

        if (patient.Contains('\uFFFD') || text.Contains('\uFFFD'))
        {
            session.Note(Noun, "is not valid text; left out", IntakeLoss.Whole);
            return;
        }

        var whom = "?" + (patient.Contains('|') ? patient : "|" + patient);
        session.Accept(new SourceNote
        {
            Id = Chance.IdOf("note", whom, tag, text).ToString("N"),
            Patient = whom,
            Text = text,
            Tag = tag,
            MayBeMentioned = MayBeMentioned(Field("may_be_mentioned"), session),
        });
    }

    // What cannot be understood is not mentioned.
    private static bool MayBeMentioned(string answer, FhirSession session)
    {
        switch (answer.ToLowerInvariant())
        {
            case "yes" or "y" or "true" or "1":
                return true;
            case "no" or "n" or "false" or "0" or "":
                return false;
            default:
                session.Note($"{Noun}.may_be_mentioned", "is neither yes nor no; the note will not be mentioned", IntakeLoss.Part);
                return false;
        }
    }

    private sealed class BytesStream(FeedBytes bytes) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => bytes.Fill(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer) => bytes.Fill(buffer);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
