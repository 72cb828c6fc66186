using System.Data.Common;

namespace Rapport.Storage.Records;

/// <summary>A stream of rows that starts with the person's id and follows the order of the main stream.</summary>
internal sealed class SideStream<T> : IDisposable
{
    private readonly DbDataReader _rows;
    private readonly Func<DbDataReader, T> _read;
    private string? _person;

    public SideStream(DbDataReader rows, Func<DbDataReader, T> read)
    {
        (_rows, _read) = (rows, read);
        Move();
    }

    /// <summary>The rows of this person, who must not come before the person asked for last.</summary>
    public IEnumerable<T> Of(string person)
    {
        while (_person == person)
        {
            yield return _read(_rows);
            Move();
        }
    }

    public void Dispose() => _rows.Dispose();

    private void Move() => _person = _rows.Read() ? _rows.GetString(0) : null;
}

internal static class Sequences
{
    /// <summary>Cuts a stream into runs of neighbours that belong together.</summary>
    public static IEnumerable<List<T>> ChunkWhile<T>(this IEnumerable<T> items, Func<T, T, bool> belong)
    {
        var run = new List<T>();
        foreach (var item in items)
        {
            if (run.Count > 0 && !belong(run[^1], item))
            {
                yield return run;
                run = [];
            }

            run.Add(item);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
