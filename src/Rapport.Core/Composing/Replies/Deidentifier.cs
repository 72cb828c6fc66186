using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Records;

namespace Rapport.Core.Composing.Replies;

/// <summary>Makes a conversation safe for a model: only words of the closed vocabulary pass; all else becomes a placeholder.</summary>
/// <remarks>An allow-list that fails closed (ADR 0010). A misspelt name, a street, a rare illness, another alphabet: none is in the vocabulary, so none
/// passes. On top of that, words of the household's records and of the practice never pass, even where they are ordinary words.</remarks>
public sealed class Deidentifier
{
    private const int MostPieces = 6;
    private const int LetterRun = 3;
    private const string Marks = ".,?!;:()-'\"/¿¡";

    private static readonly SearchValues<char> Openers = SearchValues.Create(".!?\n¿¡:");

    private static readonly FrozenSet<string> Pronouns = FrozenSet.ToFrozenSet(["i", "you", "we", "he", "she", "it", "they", "there", "the", "my", "this", "that", "your", "our", "be"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> TimeWords = FrozenSet.ToFrozenSet(["noon", "midnight", "mediodia", "medianoche", "oclock"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> AmountWords = FrozenSet.ToFrozenSet(
        ["half", "quarter", "couple", "double", "twice", "thrice", "triple", "dozens", "hundreds", "thousands", "million", "millions", "billion", "medio", "media", "cuarto", "doble", "docena", "millon", "millones", "miles", "una", "un", "fifth", "hundredth"],
        StringComparer.Ordinal);

    private readonly KnownValues _known;

    private Deidentifier(KnownValues known) => _known = known;

    /// <param name="household">The pictures whose values must not pass.</param>
    /// <param name="practice">The practice that writes.</param>
    /// <param name="people">Clinicians and others whom the practice knows by name.</param>
    /// <param name="places">Places that it knows.</param>
    public static Deidentifier For(Household household, Practice practice, IEnumerable<string> people, IEnumerable<string> places) =>
        new(KnownValues.Of(household, practice, people, places));

    /// <summary>Replaces what may not pass, with one map for all texts.</summary>
    public Deidentified Hide(IEnumerable<string> texts)
    {
        var map = new Placeholders();
        return new Deidentified([.. texts.Select(text => Hide(PlainText.Of(text), map))], map);
    }

    private string Hide(string plain, Placeholders map)
    {
        var pieces = TextPieces.Of(plain);
        var kinds = KindsOf(plain, pieces);
        var groups = new int[pieces.Count];
        HideJoined(pieces, kinds, groups);
        HideLetterRuns(pieces, kinds, groups);
        var text = new StringBuilder(plain.Length);
        var at = 0;
        for (var i = 0; i < pieces.Count;)
        {
            var last = LastOfValue(plain, pieces, kinds, groups, i);
            AppendMarks(plain.AsSpan(at, pieces[i].Start - at), text);
            text.Append(kinds[i] is null ? Words(plain, pieces[i]) : map.For(KindOfRun(kinds, i, last), plain[pieces[i].Start..pieces[last].End]));
            text.Append(pieces[last].Tail.Length > 0 ? $"'{pieces[last].Tail}" : "");
            at = pieces[last].End + (pieces[last].Tail.Length > 0 ? pieces[last].Tail.Length + 1 : 0);
            i = last + 1;
        }

        AppendMarks(plain.AsSpan(at), text);
        return text.ToString().Trim();
    }

    // Null: the piece may pass.
    private string?[] KindsOf(string plain, List<Piece> pieces)
    {
        var kinds = new string?[pieces.Count];
        var isShouting = !plain.Any(char.IsLower);
        for (var i = 0; i < pieces.Count; i++)
        {
            kinds[i] = pieces[i].Kind switch
            {
                PieceKind.Figure => FigureKind(plain.AsSpan(pieces[i].Start, pieces[i].Length)),
                PieceKind.Link => "link",
                PieceKind.Compound => CompoundKind(pieces[i]),
                _ => WordKind(plain, pieces, i, isShouting),
            };
        }

        return kinds;
    }

    private string? WordKind(string plain, List<Piece> pieces, int at, bool isShouting)
    {
        var norm = pieces[at].Norm;
        if (_known.KindOf(norm) is { } known)
        {
            return known;
        }

        if (NumberKind(norm) is { } number)
        {
            return number;
        }

        var isPassing = ReplyVocabulary.Has(norm) || (pieces[at].Tail.Length > 0 && ReplyVocabulary.Has(norm + pieces[at].Tail));
        var isCapital = char.IsUpper(plain[pieces[at].Start]);
        return isPassing && !(isCapital && MayNameSomebody(plain, pieces, at, isShouting)) ? null : "word";
    }

    // "Will called", "with May": an ordinary word with a capital. "Will you", "May I" are none.
    private static bool MayNameSomebody(string plain, List<Piece> pieces, int at, bool isShouting)
    {
        var norm = pieces[at].Norm;
        if (Guardrails.Reading.PersonNames.AreWordsToo(norm))
        {
            return !(norm is "will" or "may" && pieces[at].Tail.Length is 0 && at + 1 < pieces.Count && Pronouns.Contains(pieces[at + 1].Norm));
        }

        return !isShouting && norm.Length > 1 && at > 0 && plain[pieces[at - 1].End..pieces[at].Start].AsSpan().IndexOfAny(Openers) < 0;
    }

    private string? CompoundKind(Piece piece)
    {
        if ((_known.KindOf(piece.Norm) ?? _known.KindOfJoined(piece.Norm) ?? piece.Parts.Select(_known.KindOf).FirstOrDefault(kind => kind is not null)) is { } known)
        {
            return known;
        }

        return piece.Norm is "am" or "pm" or "oclock" ? "time"
            : piece.Parts.All(part => part.Length > 1 && ReplyVocabulary.Has(part) && NumberKind(part) is null && !Guardrails.Reading.PersonNames.AreWordsToo(part)) ? null
            : piece.Parts.Any(part => NumberKind(part) is not null) ? "number"
            : "word";
    }

    private static string? NumberKind(string norm)
    {
        var word = new Token(TokenKind.Word, norm, 0, norm.Length, 0, Gap.Space) { Capital = true };
        return norm is not "may" && (CalendarWords.Weekday(word) is not null || CalendarWords.Month(word) > 0) ? "date"
            : TimeWords.Contains(norm) ? "time"
            : NumberWords.IsOne(norm, isSpanish: true) || NumberWords.IsOrdinal(norm) || (AmountWords.Contains(norm) && norm is not ("un" or "una")) ? "number"
            : null;
    }

    private static string FigureKind(ReadOnlySpan<char> written)
    {
        var digits = 0;
        var letters = 0;
        foreach (var c in written)
        {
            digits += char.IsNumber(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return written.Contains(':') || (letters is 2 && (written.EndsWith("am", StringComparison.OrdinalIgnoreCase) || written.EndsWith("pm", StringComparison.OrdinalIgnoreCase))) ? "time"
            : digits is >= 7 and <= 15 && letters is 0 && !written.Contains('/') ? "phone"
            : written.Contains('/') ? "date"
            : "number";
    }

    // A name in pieces, over spaces or marks: "Wil liam", "Rose mary", "De la Cruz".
    private void HideJoined(List<Piece> pieces, string?[] kinds, int[] groups)
    {
        List<(int Piece, string Part)> parts = [.. pieces.SelectMany((piece, i) => piece.Parts.Count is 0 ? [(i, "")] : piece.Parts.Select(part => (i, part)))];
        for (var from = 0; from < parts.Count; from++)
        {
            var joined = new StringBuilder(parts[from].Part);
            for (var to = from + 1; to < parts.Count && to < from + MostPieces && parts[to].Part.Length > 0 && parts[from].Part.Length > 0; to++)
            {
                if (_known.KindOfJoined(joined.Append(parts[to].Part).ToString()) is { } kind)
                {
                    HideAsOne(kind, parts[from].Piece, parts[to].Piece, kinds, groups);
                }
            }
        }
    }

    // "m a r i a": letters of a word, even where each is a word too.
    private static void HideLetterRuns(List<Piece> pieces, string?[] kinds, int[] groups)
    {
        var start = 0;
        for (var i = 0; i <= pieces.Count; i++)
        {
            if (i < pieces.Count && pieces[i].Parts.Count > 0 && pieces[i].Parts.All(part => part.Length is 1))
            {
                continue;
            }

            if (i - start >= LetterRun)
            {
                HideAsOne(groups[start] > 0 ? kinds[start]! : "word", start, i - 1, kinds, groups);
            }

            start = i + 1;
        }
    }

    private static void HideAsOne(string kind, int from, int to, string?[] kinds, int[] groups)
    {
        Array.Fill(kinds, kind, from, to - from + 1);
        Array.Fill(groups, from + 1, from, to - from + 1);
    }

    // What was taken for one name is one value, and so are figures side by side: "518 555 0142", "March 4, 2026", "forty two".
    private static int LastOfValue(string plain, List<Piece> pieces, string?[] kinds, int[] groups, int from)
    {
        var last = from;
        while (last + 1 < pieces.Count && ((groups[last] > 0 && groups[last + 1] == groups[last])
            || (IsFigure(kinds[last]) && pieces[last].Tail.Length is 0 && IsFigure(kinds[last + 1]) && IsTight(plain[pieces[last].End..pieces[last + 1].Start]))))
        {
            last++;
        }

        return last;
    }

    private static bool IsFigure(string? kind) => kind is "number" or "date" or "time" or "phone";

    private static bool IsTight(string gap) => gap.AsSpan().IndexOfAny(".!?\n;") < 0;

    private static string KindOfRun(string?[] kinds, int from, int last)
    {
        var run = kinds[from..(last + 1)];
        return run.Contains("date") ? "date" : run.Contains("time") ? "time" : run.Contains("phone") || (run.Length > 2 && run.All(kind => kind is "number")) ? "phone" : run[0]!;
    }

    // Letters with uncommon marks could carry a message of their own: then the bare word goes.
    private static string Words(string plain, Piece piece)
    {
        var written = plain.Substring(piece.Start, piece.Length);
        return written.All(c => char.IsAsciiLetter(c) || c is '-' or '\'' or 'á' or 'é' or 'í' or 'ó' or 'ú' or 'ü' or 'ñ' or 'Á' or 'É' or 'Í' or 'Ó' or 'Ú' or 'Ñ') ? written : string.Join(' ', piece.Parts);
    }

    private static void AppendMarks(ReadOnlySpan<char> gap, StringBuilder text)
    {
        foreach (var c in gap)
        {
            var mark = c is '\n' || Marks.Contains(c) ? c : ' ';
            if (mark is not ' ' || (text.Length > 0 && text[^1] is not ' '))
            {
                text.Append(mark);
            }
        }
    }
}
