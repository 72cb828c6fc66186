namespace Rapport.Connectors.LanguageModels;

/// <summary>How long to wait before the next attempt.</summary>
internal sealed class Backoff(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    // Seeded by the moment of the start: two practices whose server fails at once must not come back at once.
    private readonly Random _random = new(unchecked((int)time.GetTimestamp()));
    private readonly Lock _lock = new();

    /// <param name="attempt">The attempt that failed, counted from 1.</param>
    /// <param name="askedFor">What the server asked for in Retry-After; it knows best.</param>
    public TimeSpan After(int attempt, TimeSpan? askedFor)
    {
        if (askedFor is { } asked)
        {
            return asked;
        }

        var full = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempt - 1), Longest.TotalSeconds));
        lock (_lock)
        {
            return full * (0.5 + (0.5 * _random.NextDouble()));
        }
    }
}
