namespace Rapport.Core.Composing.Writing;

/// <summary>Reads a voice card out of sample messages: how they greet, how long they speak, who signs, whether they joke.</summary>
public static class VoiceReader
{
    private const double WordsOfAMediumSentence = 8;

    private static readonly string[] Humorous = ["joke", "fun", "laugh", "playful", "humor", "humour", "smile", "broma", "humor", "risa", "divertid", "alegre"];
    private static readonly string[] Sober = ["formal", "serious", "sober", "professional", "respectful", "serio", "respet"];

    /// <param name="about">A few sentences about the practice.</param>
    /// <param name="samples">Messages that they wrote themselves.</param>
    public static VoiceCard Read(string about, IReadOnlyList<string> samples)
    {
        var text = string.Join('\n', samples);
        var all = $"{about}\n{text}".ToLowerInvariant();
        var isPlayful = Humorous.Any(all.Contains) || text.Count(c => c is '!') >= samples.Count;
        var isSober = Sober.Any(about.ToLowerInvariant().Contains);
        return new VoiceCard
        {
            Greeting = MostUsed(samples),
            Warmth = isSober ? Warmth.Plain : isPlayful ? Warmth.Playful : Warmth.Warm,
            HasHumour = isPlayful && !isSober,
            SentenceLength = WordsPerSentence(text) >= WordsOfAMediumSentence ? SentenceLength.Medium : SentenceLength.Short,
            Signature = all.Contains("team", StringComparison.Ordinal) || all.Contains("equipo", StringComparison.Ordinal) ? Signature.Team : Signature.Practice,
            SpanishAddress = SaysTu(text) ? SpanishAddress.Tu : SpanishAddress.Usted,
            SaysWe = Words(text).Any(w => w is "we" or "we're" or "we'll" or "us" or "our" or "nos" or "nuestro" or "nuestra" || w.EndsWith("mos", StringComparison.Ordinal)),
        };
    }

    private static Greeting MostUsed(IReadOnlyList<string> samples)
    {
        var openings = samples.Select(s => Words(s).FirstOrDefault()).ToList();
        var (dear, hello) = (openings.Count(w => w is "dear" or "estimado" or "estimada" or "querido" or "querida"), openings.Count(w => w is "hello" or "buenos" or "buenas"));
        var hi = openings.Count(w => w is "hi" or "hey" or "hola");
        return dear > hello && dear > hi ? Greeting.Dear : hello > hi ? Greeting.Hello : Greeting.Hi;
    }

    private static double WordsPerSentence(string text)
    {
        var sentences = text.Split(['.', '?', '!', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(s => Words(s).Any()).ToList();
        return sentences.Count is 0 ? 0 : sentences.Average(s => Words(s).Count());
    }

    private static bool SaysTu(string text) => Words(text).Any(w => w is "tú" or "te" or "tu" or "tus" or "contigo" or "quieres" or "puedes") && !Words(text).Any(w => w is "usted" or "su" or "le");

    private static IEnumerable<string> Words(string text) =>
        text.ToLowerInvariant().Split([' ', '\n', '.', ',', ';', ':', '?', '!', '¿', '¡', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
}
