using System.Buffers;
using System.Formats.Cbor;
using System.Text;
using CsCheck;
using SsoOidcGen.Runtime.CompilerServices;
using OracleReader = System.Formats.Cbor.CborReader;
using OracleWriter = System.Formats.Cbor.CborWriter;
using Reader = SsoOidcGen.Runtime.CompilerServices.CborReader;
using Writer = SsoOidcGen.Runtime.CompilerServices.CborWriter;

namespace SsoOidcGen.Runtime.Tests.Codecs.Cbor;

/// <summary>System.Formats.Cbor reads what we write, writes what we read, and refuses what we refuse.</summary>
public sealed class CborOracleTests
{
    private static readonly Gen<object?> s_value = Gen.Recursive<object?>(
        (depth, nested) =>
            Gen.Frequency(
                (4, Gen.Long.Select(value => (object?)value)),
                (3, Gen.Double.Select(value => (object?)value)),
                (2, Gen.Float.Select(value => (object?)value)),
                (4, Gen.String[Gen.Char.AlphaNumeric, 0, 300].Select(value => (object?)value)),
                (2, Gen.Byte.Array[0, 300].Select(value => (object?)value)),
                (1, Gen.Bool.Select(value => (object?)value)),
                (1, Gen.Const((object?)null)),
                (depth < 4 ? 3 : 0, nested.List[0, 5].Select(value => (object?)value)),
                (
                    depth < 4 ? 3 : 0,
                    Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 9], nested)
                        .List[0, 5]
                        .Select(value => (object?)value.DistinctBy(entry => entry.Item1).ToList())
                )
            )
    );

    [Fact]
    public void What_is_written_is_read_by_the_oracle() =>
        s_value.Sample(value =>
        {
            ArrayBufferWriter<byte> output = new();
            Write(new Writer(output), value);
            OracleReader oracle = new(output.WrittenMemory);
            return Same(value, Read(oracle)) && oracle.BytesRemaining == 0;
        });

    [Fact]
    public void What_the_oracle_writes_is_read() =>
        Gen.Select(s_value, Gen.Bool)
            .Sample(
                (value, isIndefinite) =>
                {
                    OracleWriter oracle = new(CborConformanceMode.Lax, convertIndefiniteLengthEncodings: false);
                    Write(oracle, value, isIndefinite);
                    Reader reader = new(oracle.Encode());
                    return Holds(ref reader, value) && reader.Position > 0;
                }
            );

    [Fact]
    public void Hostile_bytes_are_refused_where_the_oracle_refuses_them() =>
        Gen.Select(s_value, Gen.Int[0, 1 << 20], Gen.Byte, Gen.Int[0, 2])
            .Sample(
                (value, at, with, kind) =>
                {
                    ArrayBufferWriter<byte> output = new();
                    Write(new Writer(output), value);
                    byte[] content = output.WrittenSpan.ToArray();
                    at %= content.Length;
                    byte[] mutant = kind switch
                    {
                        0 => content[..at],
                        1 => [.. content[..at], with, .. content[(at + 1)..]],
                        _ => [.. content[..at], with, .. content[at..]],
                    };
                    return !IsSkipped(mutant) || IsSkippedByOracle(mutant);
                },
                iter: 20_000
            );

    private static bool IsSkipped(byte[] content)
    {
        try
        {
            Reader reader = new(content);
            reader.Skip();
            return reader.Position == content.Length;
        }
        catch (MalformedContentException)
        {
            return false;
        }
    }

    private static bool IsSkippedByOracle(byte[] content)
    {
        try
        {
            OracleReader oracle = new(content, CborConformanceMode.Lax);
            oracle.SkipValue();
            return oracle.BytesRemaining == 0;
        }
        catch (CborContentException)
        {
            return false;
        }
    }

    private static void Write(Writer writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case long number:
                writer.WriteInteger(number);
                break;
            case double number:
                writer.WriteDouble(number);
                break;
            case float number:
                writer.WriteSingle(number);
                break;
            case string text:
                writer.WriteString(text);
                break;
            case byte[] blob:
                writer.WriteBlob(blob);
                break;
            case bool flag:
                writer.WriteBoolean(flag);
                break;
            case List<object?> list:
                writer.WriteStartList(list.Count);
                list.ForEach(item => Write(writer, item));
                break;
            case List<(string, object?)> map:
                writer.WriteStartMap();
                foreach ((string key, object? item) in map)
                {
                    writer.WriteName(key);
                    Write(writer, item);
                }

                writer.WriteEndMap();
                break;
        }
    }

    private static void Write(OracleWriter writer, object? value, bool isIndefinite)
    {
        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case long number:
                writer.WriteInt64(number);
                break;
            case double number:
                writer.WriteDouble(number);
                break;
            case float number:
                writer.WriteSingle(number);
                break;
            case string text when isIndefinite:
                writer.WriteStartIndefiniteLengthTextString();
                writer.WriteTextString(text[..(text.Length / 2)]);
                writer.WriteTextString(text[(text.Length / 2)..]);
                writer.WriteEndIndefiniteLengthTextString();
                break;
            case string text:
                writer.WriteTextString(text);
                break;
            case byte[] blob when isIndefinite:
                writer.WriteStartIndefiniteLengthByteString();
                writer.WriteByteString(blob);
                writer.WriteEndIndefiniteLengthByteString();
                break;
            case byte[] blob:
                writer.WriteByteString(blob);
                break;
            case bool flag:
                writer.WriteBoolean(flag);
                break;
            case List<object?> list:
                writer.WriteStartArray(isIndefinite ? null : list.Count);
                list.ForEach(item => Write(writer, item, isIndefinite));
                writer.WriteEndArray();
                break;
            case List<(string, object?)> map:
                writer.WriteStartMap(isIndefinite ? null : map.Count);
                foreach ((string key, object? item) in map)
                {
                    writer.WriteTextString(key);
                    Write(writer, item, isIndefinite);
                }

                writer.WriteEndMap();
                break;
        }
    }

    private static object? Read(OracleReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.Null:
                reader.ReadNull();
                return null;
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                return reader.ReadInt64();
            case CborReaderState.DoublePrecisionFloat:
                return reader.ReadDouble();
            case CborReaderState.SinglePrecisionFloat:
                return reader.ReadSingle();
            case CborReaderState.TextString:
                return reader.ReadTextString();
            case CborReaderState.ByteString:
                return reader.ReadByteString();
            case CborReaderState.Boolean:
                return reader.ReadBoolean();
            case CborReaderState.StartArray:
                List<object?> list = [];
                reader.ReadStartArray();
                while (reader.PeekState() != CborReaderState.EndArray)
                {
                    list.Add(Read(reader));
                }

                reader.ReadEndArray();
                return list;
            default:
                List<(string, object?)> map = [];
                reader.ReadStartMap();
                while (reader.PeekState() != CborReaderState.EndMap)
                {
                    map.Add((reader.ReadTextString(), Read(reader)));
                }

                reader.ReadEndMap();
                return map;
        }
    }

    /// <summary>Reads what a model would say comes next.</summary>
    private static bool Holds(ref Reader reader, object? expected)
    {
        switch (expected)
        {
            case null:
                return reader.TrySkipNull();
            case long number:
                return reader.ReadInt64() == number;
            case double number:
                return reader.ReadDouble().Equals(number);
            case float number:
                return CborValue.ReadSingle(ref reader).Equals(number);
            case string text:
                return CborValue.ReadString(ref reader) == text;
            case byte[] blob:
                return reader.ReadByteString().SequenceEqual(blob);
            case bool flag:
                return reader.ReadBoolean() == flag;
            case List<object?> list:
                reader.ExpectArray();
                foreach (object? item in list)
                {
                    if (!reader.NextItem() || !Holds(ref reader, item))
                    {
                        return false;
                    }
                }

                return !reader.NextItem();
            case List<(string Key, object? Value)> map:
                reader.ExpectObject();
                foreach ((string key, object? item) in map)
                {
                    if (!reader.NextEntry(out ReadOnlySpan<byte> name))
                    {
                        return false;
                    }

                    if (Encoding.UTF8.GetString(name) != key || !Holds(ref reader, item))
                    {
                        return false;
                    }
                }

                return !reader.NextEntry(out _);
            default:
                throw new NotSupportedException(expected.GetType().Name);
        }
    }

    private static bool Same(object? expected, object? found) =>
        (expected, found) switch
        {
            (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
            (List<object?> a, List<object?> b) => a.Count == b.Count
                && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
            (List<(string, object?)> a, List<(string, object?)> b) => a.Count == b.Count
                && a.Zip(b)
                    .All(pair => pair.First.Item1 == pair.Second.Item1 && Same(pair.First.Item2, pair.Second.Item2)),
            _ => Equals(expected, found),
        };
}
