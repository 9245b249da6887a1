using System;
using System.IO;
using System.Text;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli.Input;

/// <summary>Opens and reads the files that a command line names; <c>-</c> is standard input.</summary>
internal static class InputFile
{
    private const string Standard = "-";

    // Four bytes a character is the most that UTF-8 takes, and a program has at most a mebi of characters.
    private const int LargestText = 8 << 20;

    /// <summary>The name for people.</summary>
    public static string NameOf(string path) => path == Standard ? "standard input" : path;

    /// <summary>The bytes of a file that is not to be read at once.</summary>
    /// <exception cref="InputException">It is missing, a folder, or not readable.</exception>
    public static Stream Open(string path, Terminal terminal)
    {
        if (path == Standard)
            return terminal.Input;
        if (Directory.Exists(path))
            throw new InputException($"{path} is a folder; name the files in it.");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(path.StartsWith('-')
                ? $"There is neither an option nor a file {path}; --help lists the options."
                : $"There is no file {path}; look at its name and at the folder you are in.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"{path} can't be opened: {e.Message}");
        }
    }

    /// <summary>The whole text of a file in UTF-8, or in UTF-16 with a byte order mark, which is left out.</summary>
    /// <exception cref="InputException">It is missing, a folder, not readable, no text, or larger than any program.</exception>
    public static string ReadText(string path, Terminal terminal)
    {
        using var bytes = Read(path, terminal);
        if (bytes.Length > LargestText)
            throw new InputException($"{NameOf(path)} is larger than any program of rules; is it the right file?");
        try
        {
            using var reader = new StreamReader(bytes, StrictUtf8, detectEncodingFromByteOrderMarks: true);
            var text = reader.ReadToEnd();
            return text.Contains('\0', StringComparison.Ordinal)
                ? throw new InputException($"{NameOf(path)} is no text: it holds zero bytes; is it the right file?")
                : text;
        }
        catch (DecoderFallbackException)
        {
            throw new InputException($"{NameOf(path)} is not in UTF-8; save it with that encoding.");
        }
    }

    private static UTF8Encoding StrictUtf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static MemoryStream Read(string path, Terminal terminal)
    {
        using var file = Open(path, terminal);
        var bytes = new MemoryStream();
        try
        {
            var buffer = new byte[1 << 16];
            while (bytes.Length <= LargestText && file.Read(buffer) is > 0 and var read)
                bytes.Write(buffer, 0, read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{NameOf(path)} can't be read: {e.Message}");
        }
        bytes.Position = 0;
        return bytes;
    }
}
