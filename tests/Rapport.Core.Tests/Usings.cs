global using Rapport.TestKit;
global using static Rapport.TestKit.Time;
