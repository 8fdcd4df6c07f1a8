# Measures Limpide; docs/methods/speed.md tells what was measured, where and how.
#   make bench           limpide clean beside a plain copy of the same file (ROWS, HEAP)
#   make bench-quality   how well duplicates are found without a recipe (DATASETS, QUALITY_ROWS)
#   make bench-names     how well names alone tell parties apart (DATASETS, SHOW: errors to print)
#   make bench-live      look-ups and changes of single records beside a large base (LIVE_ROWS, LIVE_HEAP)
#   make bench-peers     Limpide beside Splink and Duke on the same files (ROWS, PEER_HEAP, DATASETS)
#   make bench-scale     ten million persons beside one million (SCALE_ROWS, SCALE_HEAP)
#   make bench-server    the server over a large base: start, import, records, lists, search, pages (SERVER_ROWS,
#                        SERVER_BASE: a base to fill and keep, or to measure again)
#   make bench-jmh       the time of single steps (JMH_ARGS: a regular expression of names, JMH options)

ROWS ?= 100000,1000000
HEAP ?= 2g
DATASETS ?= ../shared/datasets
QUALITY_ROWS ?= 20000
SHOW ?= 0
LIVE_ROWS ?= 1000000
LIVE_HEAP ?= 4g
PEER_ROWS = $(if $(filter file,$(origin ROWS)),1000000,$(ROWS))
PEER_HEAP ?= 2g
SCALE_ROWS ?= 10000000
SCALE_HEAP ?= 12g
SERVER_ROWS ?= 1000000
SERVER_BASE ?=
JMH_ARGS ?=
OUT ?= bench/target/bench

JAVA = java -Xmx$(HEAP) -cp 'bench/target/classes:bench/target/lib/*'
BUILT = bench/target/lib

.PHONY: bench bench-quality bench-names bench-peers bench-scale bench-live bench-server bench-jmh bench-build

bench: bench-build
	@$(JAVA) io.limpide.bench.speed.CleanBench --rows $(ROWS) --heap $(HEAP) --out $(OUT)

bench-quality: bench-build
	@$(JAVA) io.limpide.bench.quality.Unaided --datasets $(DATASETS) --rows $(QUALITY_ROWS) --out $(OUT)

bench-names: bench-build
	@$(JAVA) io.limpide.bench.quality.NamesAlone --datasets $(DATASETS) --show $(SHOW)

bench-live: bench-build
	@java -Xmx$(LIVE_HEAP) -XX:+UseParallelGC -cp 'bench/target/classes:bench/target/lib/*' \
	  io.limpide.bench.speed.LiveBench --rows $(LIVE_ROWS) --out $(OUT)

bench-peers: bench-build
	@java -Xmx5g -cp 'bench/target/classes:bench/target/lib/*' io.limpide.bench.peers.PeersBench --rows $(PEER_ROWS) --heap $(PEER_HEAP) --datasets $(DATASETS) --out $(OUT)

bench-scale: bench-build
	@java -Xmx2g -cp 'bench/target/classes:bench/target/lib/*' \
	  io.limpide.bench.peers.ScaleBench --rows $(SCALE_ROWS) --heap $(SCALE_HEAP) --out $(OUT)

bench-server: bench-build
	@java -Xmx6g -cp 'bench/target/classes:bench/target/lib/*' \
	  io.limpide.bench.server.ServerBench --rows $(SERVER_ROWS) --out $(OUT) $(if $(SERVER_BASE),--base $(SERVER_BASE))

bench-jmh: bench-build
	@$(JAVA) org.openjdk.jmh.Main $(JMH_ARGS)

# Built once, and again when a source is newer.
bench-build:
	@if [ ! -d $(BUILT) ] || [ -n "$$(find pom.xml */pom.xml */src/main -newer $(BUILT) -type f | head -n 1)" ]; then \
	  mvn -B -q -DskipTests -Dspotless.check.skip=true -pl bench -am package && touch $(BUILT); \
	fi
