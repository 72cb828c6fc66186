namespace Rapport.Engine.Work;

/// <summary>A clock that stands still until it is told to move; demonstrations and tests live whole days in seconds with it.</summary>
public sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves forward; never back.</summary>
    public void MoveTo(DateTimeOffset instant) => _now = instant > _now ? instant : _now;
}
