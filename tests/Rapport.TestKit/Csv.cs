using System.Text;

namespace Rapport.TestKit;

/// <summary>Reads the comma-separated files of the test data: a header, then rows; quotes as in RFC 4180.</summary>
public static class Csv
{
    public static IEnumerable<Dictionary<string, string>> Read(string path) => Parse(File.ReadAllText(path));

    public static IEnumerable<Dictionary<string, string>> Parse(string text)
    {
        string[]? header = null;
        foreach (var row in Rows(text))
        {
            if (header is null)
            {
                header = [.. row];
                continue;
            }

            if (row.Count == header.Length)
            {
                yield return header.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            }
        }
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        List<string> row = [];
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c is '"' && i + 1 < text.Length && text[i + 1] is '"')
            {
                field.Append('"');
                i++;
            }
            else if (c is '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is (',' or '\n'))
            {
                row.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c is '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else
            {
                field.Append(c);
            }
        }

        if (row.Count > 0 || field.Length > 0)
        {
            row.Add(field.ToString());
            yield return row;
        }
    }
}
