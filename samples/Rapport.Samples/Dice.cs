namespace Rapport.Samples;

/// <summary>Chance that gives the same throws for the same seed, on every machine and runtime version.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014). Every household has dice of its own, so one more person in one family changes no other.</remarks>
internal sealed class Dice(int seed, int household)
{
    private ulong _state = unchecked(((ulong)(uint)seed << 32) ^ ((ulong)(uint)household * 0x9E3779B97F4A7C15UL));

    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>Both ends can be thrown.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Percent(int chance) => Below(100) < chance;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public T Pick<T>(T[] choices) => choices[Below(choices.Length)];

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
