using Rapport.Screen;
using Rapport.Verbs;

return await CommandLine.Build(Terminal.Open()).Parse(args).InvokeAsync();
