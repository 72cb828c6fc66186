using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Replies;

/// <summary>In which language to answer.</summary>
public static class ReplyLanguage
{
    /// <summary>English or Spanish: that of the patient's last words, or of the record where they do not tell.</summary>
    public static Language Of(IReadOnlyList<ThreadLine> thread, Language onRecord) =>
        Of(thread.LastOrDefault(line => line.IsFromPatient)?.Text ?? "", onRecord == Language.Spanish ? Language.Spanish : Language.English);

    internal static Language Of(string text, Language otherwise)
    {
        var (english, spanish) = (0, 0);
        foreach (var word in PlainText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var norm = PlainText.Fold(word);
            var (isEnglish, isSpanish) = (ReplyVocabulary.IsEnglish(norm), ReplyVocabulary.IsSpanish(norm));
            english += isEnglish && !isSpanish ? 1 : 0;
            spanish += isSpanish && !isEnglish ? 1 : 0;
        }

        return english == spanish ? otherwise : english > spanish ? Language.English : Language.Spanish;
    }
}
