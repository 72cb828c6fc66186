using System.Diagnostics;

namespace Rapport.TestKit;

/// <summary>A clock whose timers fire only when the test moves it, so that minutes of patience cost no minutes.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = start;

    public ManualTime()
        : this(Time.At("2026-03-03T09:00Z"))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long each running timer still has, the next first.</summary>
    public IReadOnlyList<TimeSpan> Pending
    {
        get
        {
            lock (_lock)
            {
                return [.. _timers.Select(timer => timer.DueAt - _now).Order()];
            }
        }
    }

    /// <summary>Waits, in real time and not for long, for what another thread is about to do.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        var real = new RealTime();
        for (var watch = Stopwatch.StartNew(); !condition();)
        {
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException("What the test waits for did not happen.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), real);
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        Timer[] due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.DueAt <= _now).OrderBy(timer => timer.DueAt)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(ManualTime time, Action fire) : ITimer
    {
        public DateTimeOffset DueAt { get; private set; }

        public void Fire() => fire();

        /// <summary>Nothing here repeats, so a period is not supported.</summary>
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    DueAt = time._now + dueTime;
                    time._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
